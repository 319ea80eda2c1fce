namespace Pipeline.Runtime.Tests.Traces;

/// <summary>Time that passes when everything waits: async methods run in it one at a time, in an order that is always the same.</summary>
internal sealed class VirtualTime : SynchronizationContext
{
    private readonly PriorityQueue<Action, (TimeSpan Time, int Order)> _due = new();
    private int _order;

    public TimeSpan Now { get; private set; }

    public Task Delay(TimeSpan length)
    {
        var source = new TaskCompletionSource();
        Complete(source, length);
        return source.Task;
    }

    /// <summary>Completes it after that time, and not within what runs now: a chain of those would be as deep as it is long.</summary>
    public void Complete(TaskCompletionSource source, TimeSpan length) =>
        _due.Enqueue(source.SetResult, (Now + length, _order++));

    /// <summary>What is awaited goes on here, and nowhere else.</summary>
    public override void Post(SendOrPostCallback d, object? state) => _due.Enqueue(() => d(state), (Now, _order++));

    /// <summary>Lets time pass until nothing is due any more.</summary>
    public void Run()
    {
        while (_due.TryDequeue(out var next, out var when))
        {
            Now = when.Time;
            next();
        }
    }
}

/// <summary>Slots in virtual time: first come, first served.</summary>
internal sealed class VirtualSlots(int count, VirtualTime time)
{
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _free = count;

    public Task EnterAsync()
    {
        if (_free > 0)
        {
            _free--;
            return Task.CompletedTask;
        }

        var source = new TaskCompletionSource();
        _waiting.Enqueue(source);
        return source.Task;
    }

    public void Leave()
    {
        if (_waiting.TryDequeue(out var next))
            time.Complete(next, TimeSpan.Zero);
        else
            _free++;
    }
}
