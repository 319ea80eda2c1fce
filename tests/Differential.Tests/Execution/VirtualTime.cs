namespace Pipeline.Differential.Execution;

/// <summary>
/// A clock that jumps to the next timer. Everything runs on the caller's thread: a timer completes its task, and what waits
/// for it goes on inside <see cref="Advance"/>.
/// </summary>
internal sealed class VirtualTime
{
    private readonly PriorityQueue<TaskCompletionSource, (long Due, int Order)> _timers = new();
    private int _order;

    public long Now { get; private set; }

    public Task Delay(long ticks)
    {
        if (ticks == 0)
            return Task.CompletedTask;
        var timer = new TaskCompletionSource();
        _timers.Enqueue(timer, (Now + ticks, _order++));
        return timer.Task;
    }

    /// <summary>Lets time pass while the caller blocks its thread: nothing else can run.</summary>
    public void Block(long ticks) => Now += ticks;

    /// <summary>Jumps to the next timer; false where there is none.</summary>
    public bool Advance()
    {
        if (!_timers.TryDequeue(out var timer, out var key))
            return false;
        Now = Math.Max(Now, key.Due);
        timer.SetResult();
        return true;
    }
}
