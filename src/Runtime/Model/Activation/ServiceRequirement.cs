using System.ComponentModel;

namespace Pipeline.CompilerServices;

/// <summary>A constructor parameter or required member that the container must provide.</summary>
/// <param name="name">The parameter's or member's name.</param>
/// <param name="type">Its type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceRequirement(string name, Type type)
{
    /// <summary>The parameter's or member's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type.</summary>
    public Type Type { get; } = type;

    /// <summary>The key of a keyed service, or null.</summary>
    public object? Key { get; init; }

    /// <summary>Whether it is asked for in a scope, by call.</summary>
    public bool IsScoped { get; init; }

    /// <summary>Whether a default value serves when the container has none.</summary>
    public bool IsOptional { get; init; }
}
