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
}
