namespace Pipeline.Generators.Models;

/// <summary>A constructor parameter or a member, and where its value comes from.</summary>
internal sealed record InjectionModel
{
    /// <summary>The parameter's or member's plain name.</summary>
    public required string Name { get; init; }

    /// <summary>The name as written in source.</summary>
    public required string Identifier { get; init; }

    /// <summary>The type to ask for: of a dependency, the proxy.</summary>
    public required string Type { get; init; }

    /// <summary>The service depended on, from <c>global::</c> on; null for what the container provides.</summary>
    public string? Service { get; init; }

    /// <summary>The type as <c>typeof</c> takes it.</summary>
    public required string RuntimeType { get; init; }

    /// <summary>The default value as written in source, or null for none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The container's key as written in source, or null for none.</summary>
    public string? Key { get; init; }

    public string? Url { get; init; }

    public TimeSpan? Timeout { get; init; }
}
