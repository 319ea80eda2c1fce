using System.Collections.Concurrent;

namespace DigitsWeb.Times;

/// <summary>The calls of one request. What the request awaits belongs to it, on whichever thread it runs. Thread-safe.</summary>
public sealed class TimeLine(TimeProvider clock)
{
    private static readonly AsyncLocal<TimeLine?> Ambient = new();

    private readonly long _start = clock.GetTimestamp();
    private readonly ConcurrentQueue<TimedCall> _calls = new();

    /// <summary>That of the request that runs here; null outside of one.</summary>
    public static TimeLine? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>The milliseconds since the request began.</summary>
    public double Now => clock.GetElapsedTime(_start).TotalMilliseconds;

    /// <summary>The calls that have ended, in the order of their starts.</summary>
    public TimedCall[] Calls => [.. _calls.OrderBy(call => call.Start)];

    /// <summary>Adds a call that has ended.</summary>
    public void Add(TimedCall call) => _calls.Enqueue(call);
}
