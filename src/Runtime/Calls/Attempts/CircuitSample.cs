namespace Pipeline.Calls;

/// <summary>The outcomes of the last calls, in ten windows that fall out one after another. Guarded by the circuit's lock.</summary>
internal sealed class CircuitSample(TimeSpan duration, TimeProvider time)
{
    private const int Windows = 10;

    private readonly TimeSpan _window = duration / Windows;
    private readonly (long Number, int All, int Failed)[] _windows = new (long, int, int)[Windows];
    private readonly long _start = time.GetTimestamp();

    public void Add(bool isFailure)
    {
        var number = Now();
        ref var window = ref _windows[number % Windows];
        if (window.Number != number)
            window = (number, 0, 0);
        window.All++;
        window.Failed += isFailure ? 1 : 0;
    }

    public (int All, int Failed) Totals()
    {
        var (now, all, failed) = (Now(), 0, 0);
        foreach (var window in _windows)
        {
            if (now - window.Number >= Windows)
                continue;

            all += window.All;
            failed += window.Failed;
        }

        return (all, failed);
    }

    private long Now() => time.GetElapsedTime(_start).Ticks / Math.Max(1, _window.Ticks);
}
