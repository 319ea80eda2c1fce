namespace Pipeline.Hosting;

/// <summary>How a shutdown divides its time.</summary>
/// <param name="Patience">How long running calls may take to end, from the beginning of the shutdown.</param>
/// <param name="Cancellation">How long canceled calls may take to give back what they hold.</param>
internal sealed record DrainPlan(TimeSpan Patience, TimeSpan Cancellation)
{
    private static readonly TimeSpan LongestCancellation = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestReserve = TimeSpan.FromSeconds(1);

    /// <summary>Whether more time was asked for than the host has left for it.</summary>
    public bool IsCut { get; private init; }

    /// <summary>The plan, or null for a shutdown that does not wait for calls.</summary>
    /// <param name="setting">What is configured.</param>
    /// <param name="shutdownTime">The time that the host has to stop in; null without a host, where draining is off by default.</param>
    public static DrainPlan? Of(DrainSetting setting, TimeSpan? shutdownTime)
    {
        if (setting.IsSet ? setting.Time is null : shutdownTime is null)
            return null;
        if (shutdownTime is not { } whole)
            return new(setting.Time!.Value, LongestCancellation);

        // Hooks and disposal come after the calls, and need some of the time too.
        var reserve = Max(whole / 5, ShortestReserve);
        var left = Max(whole - reserve, TimeSpan.Zero);
        return new(setting.Time < left ? setting.Time.Value : left, Min(reserve / 2, LongestCancellation))
        {
            IsCut = setting.Time > left,
        };
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
