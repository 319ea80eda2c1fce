namespace Pipeline.Calls;

/// <summary>What holds for the calls of one API.</summary>
/// <param name="Timeout">The time a call may take, or null.</param>
/// <param name="Resilience">What is configured, here or for the whole service; null for nothing.</param>
internal sealed record ApiOptions(TimeSpan? Timeout, ResilienceOptions? Resilience);
