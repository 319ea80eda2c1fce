namespace Pipeline.Generators.Models;

/// <summary>A parameter of an API.</summary>
internal sealed record ParameterModel
{
    /// <summary>The name as written in source.</summary>
    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>The default value as written in source, or null for none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The value of an argument left out, however that is declared, as an expression of the parameter's type; or null.</summary>
    public string? Default { get; init; }

    public bool AllowsNull { get; init; }

    /// <summary>The type of the items of an async stream, or null for another parameter.</summary>
    public string? ItemType { get; init; }

    public bool IsParams { get; init; }

    /// <summary>Whether it is the call's cancellation token.</summary>
    public bool IsToken { get; init; }

    /// <summary>Whether passing it on would bind the call at run time.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>The attributes that tell callers or the compiler something, as written in source.</summary>
    public EquatableArray<string> Attributes { get; init; }

    /// <summary>What it is given from the scope of each call, or null where the caller gives it.</summary>
    public InjectionModel? FromScope { get; init; }

    public bool IsOptional => DefaultValue is not null || IsParams;
}
