namespace Pipeline.Generators.Models;

/// <summary>A start-up or shutdown method.</summary>
internal sealed record LifecycleModel
{
    /// <summary>The plain name.</summary>
    public required string Name { get; init; }

    /// <summary>The name as written in source.</summary>
    public required string Identifier { get; init; }

    /// <summary>The base class to call it on, where the service itself would bind the call to another method; or null.</summary>
    public required string? ReceiverType { get; init; }

    /// <summary><see cref="ResultShape.Void"/>, <see cref="ResultShape.Task"/> or <see cref="ResultShape.ValueTask"/>.</summary>
    public required ResultShape Shape { get; init; }

    public required bool TakesToken { get; init; }

    public required TimeSpan? Timeout { get; init; }
}
