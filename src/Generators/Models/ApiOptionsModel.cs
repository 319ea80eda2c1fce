namespace Pipeline.Generators.Models;

/// <summary>What the definition says about an API.</summary>
internal sealed record ApiOptionsModel
{
    public required string Name { get; init; }

    /// <summary>The method as C# shows it, without namespaces.</summary>
    public required string Signature { get; init; }

    /// <summary>The number of the runtime's <c>Effect</c>.</summary>
    public required int Effect { get; init; }

    public required bool IsIdempotent { get; init; }

    public required TimeSpan? Timeout { get; init; }

    public required int? Concurrency { get; init; }

    /// <summary>The types of exceptions from <c>global::</c> on.</summary>
    public required EquatableArray<string> Transient { get; init; }

    public required bool RunsOnPool { get; init; }

    public required int? ReadAhead { get; init; }
}
