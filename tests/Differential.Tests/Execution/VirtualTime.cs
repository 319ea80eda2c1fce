namespace Pipeline.Differential.Execution;

/// <summary>
/// A clock that jumps to the next timer, once there is nothing left to do at the time it shows. A timer completes its task, and what
/// waits for it goes on inside <see cref="Advance"/>, or on the thread pool.
/// </summary>
internal sealed class VirtualTime
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, (long Due, int Order)> _timers = new();
    private int _order;
    private long _now;

    public long Now
    {
        get
        {
            lock (_lock)
                return _now;
        }
    }

    /// <param name="ticks">How long.</param>
    /// <param name="token">Ends the wait early.</param>
    public async Task Delay(long ticks, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (ticks == 0)
            return;
        var timer = new TaskCompletionSource();
        using var registration = token.UnsafeRegister(static (timer, token) => ((TaskCompletionSource)timer!).TrySetCanceled(token), timer);
        lock (_lock)
            _timers.Enqueue(timer, (_now + ticks, _order++));
        await timer.Task;
    }

    /// <summary>Has something done at a time that may have come already.</summary>
    public void At(long time, Action action)
    {
        if (time <= Now)
        {
            action();
            return;
        }

        var timer = new TaskCompletionSource();
        timer.Task.ContinueWith(_ => action(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        lock (_lock)
            _timers.Enqueue(timer, (time, _order++));
    }

    /// <summary>Lets time pass while the caller blocks its thread.</summary>
    public void Block(long ticks)
    {
        lock (_lock)
            _now += ticks;
    }

    /// <summary>Jumps to the next timer; false where there is none.</summary>
    public bool Advance()
    {
        ThreadPoolWatch.WaitUntilIdle();
        TaskCompletionSource? timer;
        lock (_lock)
        {
            while (_timers.TryDequeue(out timer, out var key))
            {
                if (timer.Task.IsCompleted)
                    continue;
                _now = Math.Max(_now, key.Due);
                break;
            }
        }

        if (timer is null)
            return false;
        timer.TrySetResult();
        ThreadPoolWatch.WaitUntilIdle();
        return true;
    }
}
