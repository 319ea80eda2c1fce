namespace Pipeline.Generators.Models;

/// <summary>A parameter of an API.</summary>
internal sealed record ParameterModel
{
    /// <summary>The name as written in source.</summary>
    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>The default value as written in source, or null for none.</summary>
    public string? DefaultValue { get; init; }

    public bool IsParams { get; init; }

    /// <summary>Whether it is the call's cancellation token.</summary>
    public bool IsToken { get; init; }

    /// <summary>Whether passing it on would bind the call at run time.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>The attributes that tell callers or the compiler something, as written in source.</summary>
    public EquatableArray<string> Attributes { get; init; }

    public bool IsOptional => DefaultValue is not null || IsParams;
}
