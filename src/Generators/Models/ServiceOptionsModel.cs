namespace Pipeline.Generators.Models;

/// <summary>What <c>[Service]</c> declares. Null: nothing.</summary>
internal sealed record ServiceOptionsModel
{
    public required string Name { get; init; }

    /// <summary>The number of the runtime's <c>Effect</c>.</summary>
    public required int Effect { get; init; }

    public required int? Instances { get; init; }

    public required int? Concurrency { get; init; }

    public required int? QueueLimit { get; init; }

    public required TimeSpan? Timeout { get; init; }
}
