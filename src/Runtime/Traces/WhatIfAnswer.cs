namespace Pipeline.Traces;

/// <summary>How long requests took, and would have taken.</summary>
/// <param name="Before">As they were measured.</param>
/// <param name="After">With the change.</param>
/// <param name="Requests">How many the answer rests on.</param>
public sealed record WhatIfAnswer(Quantiles Before, Quantiles After, int Requests);
