namespace Pipeline.Transports;

/// <summary>One of a service's addresses. Taken out while nobody answers there, and tried again after a while. Thread-safe.</summary>
internal sealed class ServiceAddress(ServiceChannel channel, TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private TimeSpan _pause;
    private long _takenOutAt;

    public ServiceChannel Channel { get; } = channel;

    /// <summary>Whether it answered last, or has been out for long enough to be tried again.</summary>
    public bool IsIn
    {
        get
        {
            lock (_lock)
                return _pause == TimeSpan.Zero || time.GetElapsedTime(_takenOutAt) >= _pause;
        }
    }

    /// <summary>Nobody answered: out for a second, and twice as long whenever that happens again.</summary>
    public void TakeOut()
    {
        lock (_lock)
        {
            _pause = _pause == TimeSpan.Zero ? Shortest : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, Longest.Ticks));
            _takenOutAt = time.GetTimestamp();
        }
    }

    public void TakeIn()
    {
        lock (_lock)
            _pause = TimeSpan.Zero;
    }
}
