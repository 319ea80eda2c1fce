namespace Pipeline.Differential.Services;

/// <summary>What a service declares about its load, as the world enforces it.</summary>
/// <param name="Concurrency">How many calls run at once.</param>
/// <param name="QueueLimit">How many wait; those beyond are rejected.</param>
/// <param name="Timeout">How long a call may take, its waiting included.</param>
internal sealed record Limits(int Concurrency, int QueueLimit = int.MaxValue, long Timeout = long.MaxValue);
