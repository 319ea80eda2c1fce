namespace Pipeline.Tool.Tracing;

/// <summary>A span as it was exported. Times are ticks of its own process's clock.</summary>
internal sealed record ExportedSpan
{
    public required string TraceId { get; init; }

    public required string SpanId { get; init; }

    /// <summary>The span above it; empty for none.</summary>
    public required string ParentId { get; init; }

    public required string Name { get; init; }

    /// <summary>What tells its process from others: everything that is known of it.</summary>
    public required string Process { get; init; }

    /// <summary>The name of the program, or of what wrote the span.</summary>
    public required string Program { get; init; }

    public required long Start { get; init; }

    public required long End { get; init; }

    /// <summary>Whether it is the side of a call that answers.</summary>
    public required bool IsServer { get; init; }

    /// <summary>What went wrong; null for nothing.</summary>
    public required string? Failure { get; init; }

    public required IReadOnlyDictionary<string, object?> Attributes { get; init; }

    public string? Text(string attribute) => Attributes.GetValueOrDefault(attribute) as string;

    public double? Number(string attribute) => Attributes.GetValueOrDefault(attribute) as double?;
}
