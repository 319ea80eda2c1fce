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

    /// <summary>
    /// The streams, each as <c>Service/Api</c>, whose waits for slots were taken as measured, whatever their number, and which keep slots
    /// from no other call: a span does not say when the steps of a stream held one. Empty where services have no limits.
    /// </summary>
    public IReadOnlyList<string> QueuesAsMeasured { get; init; } = [];
}
