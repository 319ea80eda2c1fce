namespace Pipeline.Traces;

/// <summary>How long requests took, and would have taken. Immutable.</summary>
public sealed record WhatIfAnswer
{
    /// <summary>As they were measured.</summary>
    public required Quantiles Before { get; init; }

    /// <summary>With the change.</summary>
    public required Quantiles After { get; init; }

    /// <summary>How many requests the answer rests on.</summary>
    public required int Requests { get; init; }
}
