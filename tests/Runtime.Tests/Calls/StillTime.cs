namespace Pipeline.Runtime.Tests.Calls;

/// <summary>A clock that the test moves, whose timers fire when the test says: too early, too late, or never.</summary>
internal sealed class StillTime : TimeProvider
{
    /// <summary>What the clock shows.</summary>
    public TimeSpan Now { get; set; }

    /// <summary>Fires the newest timer.</summary>
    public Action Fire { get; private set; } = static () => { };

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => Now.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Fire = () => callback(state);
        return base.CreateTimer(static _ => { }, null, dueTime < TimeSpan.Zero ? dueTime : Timeout.InfiniteTimeSpan, period);
    }
}
