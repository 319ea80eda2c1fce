namespace Pipeline.Traces;

/// <summary>A part of the critical path: a time in which the request waited for one call alone. Immutable.</summary>
public readonly record struct PathSegment
{
    /// <summary>The call, which was doing something itself or waited for a slot.</summary>
    public required TracedCall Call { get; init; }

    /// <summary>When it began, from the beginning of the request.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>When it ended.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>Whether the call waited for a slot.</summary>
    public bool IsQueue { get; init; }

    /// <summary>How long it was.</summary>
    public TimeSpan Duration => End - Start;
}
