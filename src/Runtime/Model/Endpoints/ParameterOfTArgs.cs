using System.ComponentModel;

namespace Pipeline.Transports;

/// <summary>A parameter of an API as a transport sees it: where its argument lies among the packed ones.</summary>
/// <typeparam name="TArgs">The value tuple of the API's arguments.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public abstract class Parameter<TArgs> : ParameterDefinition
    where TArgs : struct
{
    private protected Parameter(string name, Type type)
        : base(name, type)
    {
    }

    /// <summary>The argument, boxed where it is a value.</summary>
    public abstract object? GetValue(TArgs args);

    /// <summary>Makes the argument the default value of the parameter.</summary>
    public abstract void SetDefault(ref TArgs args);

    /// <summary>Calls the visitor with the parameter's own type.</summary>
    public abstract TOutput Accept<TOutput>(IParameterVisitor<TArgs, TOutput> visitor);
}
