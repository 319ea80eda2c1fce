using System.ComponentModel;

namespace Pipeline.Transports;

/// <summary>A parameter of an API with its type.</summary>
/// <typeparam name="TArgs">The value tuple of the API's arguments.</typeparam>
/// <typeparam name="TValue">The parameter's type.</typeparam>
/// <param name="name">The parameter's name.</param>
/// <param name="reference">Points at its argument.</param>
[EditorBrowsable(EditorBrowsableState.Advanced)]
#pragma warning disable RS0022 // Generated code creates it; its base class has no protected member to expose.
public class Parameter<TArgs, TValue>(string name, ArgumentReference<TArgs, TValue> reference) : Parameter<TArgs>(name, typeof(TValue))
#pragma warning restore RS0022
    where TArgs : struct
{
    private readonly TValue? _default;

    /// <summary>The value of one that is left out. Setting it makes the parameter optional.</summary>
    public TValue? Default
    {
        get => _default;
        init
        {
            _default = value;
            IsOptional = true;
        }
    }

    /// <inheritdoc/>
    public override object? DefaultValue => IsOptional ? _default : null;

    /// <summary>The argument.</summary>
    public TValue Get(TArgs args) => reference(ref args);

    /// <summary>Sets the argument.</summary>
    public void Set(ref TArgs args, TValue value) => reference(ref args) = value;

    /// <inheritdoc/>
    public override object? GetValue(TArgs args) => Get(args);

    /// <inheritdoc/>
    public override void SetDefault(ref TArgs args) => Set(ref args, _default!);

    /// <inheritdoc/>
    public override TOutput Accept<TOutput>(IParameterVisitor<TArgs, TOutput> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }
}
