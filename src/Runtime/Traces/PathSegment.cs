namespace Pipeline.Traces;

/// <summary>A part of the critical path: a time in which the request waited for one call alone.</summary>
/// <param name="Call">The call, which was doing something itself or waited for a slot.</param>
/// <param name="Start">When it began, from the beginning of the request.</param>
/// <param name="End">When it ended.</param>
/// <param name="IsQueue">Whether the call waited for a slot.</param>
public readonly record struct PathSegment(TracedCall Call, TimeSpan Start, TimeSpan End, bool IsQueue)
{
    /// <summary>How long it was.</summary>
    public TimeSpan Duration => End - Start;
}
