namespace Pipeline.Calls;

/// <summary>How long to wait before an attempt.</summary>
internal static class RetryPause
{
    /// <param name="options">How the pauses grow.</param>
    /// <param name="retry">Which retry it is, from 1.</param>
    /// <param name="failure">What the last attempt failed with, which may say when to come back.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static TimeSpan Of(RetryOptions options, int retry, Exception failure, double random)
    {
        var factor = options.BackoffType switch
        {
            RetryBackoff.Linear => retry,
            RetryBackoff.Exponential => Math.Pow(2, retry - 1),
            _ => 1,
        };

        // Half as long to half as long again.
        var ticks = options.Delay.Ticks * factor * (options.UseJitter ? 0.5 + random : 1);
        var longest = options.MaxDelay ?? TimeSpan.FromDays(1);
        var pause = ticks >= longest.Ticks ? longest : TimeSpan.FromTicks((long)ticks);
        return failure is ServiceUnavailableException { RetryAfter: { } after } && after > pause ? after : pause;
    }
}
