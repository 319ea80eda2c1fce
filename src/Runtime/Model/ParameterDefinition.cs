namespace Pipeline;

/// <summary>One parameter of an API, which is not its cancellation token. Immutable.</summary>
public abstract class ParameterDefinition
{
    private protected ParameterDefinition(string name, Type type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>Its type.</summary>
    public Type Type { get; }

    /// <summary>Its type as C# writes it, without namespaces.</summary>
    public string TypeText => TypeName.Of(Type);

    /// <summary>Whether a caller may leave it out.</summary>
    public bool IsOptional { get; private protected init; }

    /// <summary>The value of one that is left out; null where it is not optional, too.</summary>
    public abstract object? DefaultValue { get; }

    /// <summary>Whether null is a value of it: annotated so, or declared where nothing says otherwise.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>Whether it is an <see cref="IAsyncEnumerable{T}"/>, which is read item by item and only once.</summary>
    public virtual bool IsStream => false;

    /// <summary>The type and the name, as C# writes them.</summary>
    public override string ToString() => $"{TypeText} {Name}";
}
