namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>What the slots must do, in the plainest words: who waits, in which order, and how many run where.</summary>
internal sealed class QueueModel(int total, int instances, int perInstance, int queueLimit)
{
    private readonly List<ScriptedCall> _waiting = [];
    private readonly int[] _running = new int[instances];

    public (int Running, int Waiting) Load => (_running.Sum(), _waiting.Count);

    /// <summary>Whether the call starts, waits, or is turned away.</summary>
    public CallState Enter(ScriptedCall call)
    {
        if (call.IsCanceled)
            return CallState.Canceled;
        if (CanStart(call))
            return CallState.Running;
        if (_waiting.Count >= queueLimit && call.Waiter.IsRefusable)
            return CallState.TurnedAway;
        _waiting.Add(call);
        return CallState.Waiting;
    }

    /// <summary>Takes note of where a call has started, which must be where it may, and where the fewest run.</summary>
    public void Start(ScriptedCall call)
    {
        var instance = call.Waiter.Taken.Instance;
        Assert.That(instance, Is.EqualTo(call.Waiter.Required ?? instance), $"the instance of {call}");
        if (call.Waiter.Required is null)
            Assert.That(_running[instance], Is.EqualTo(_running.Min()), $"calls on the instance of {call}");
        _running[instance]++;
        Assert.That(_running[instance], Is.LessThanOrEqualTo(perInstance), "calls on one instance");
        Assert.That(_running.Sum(), Is.LessThanOrEqualTo(total), "calls in all");
    }

    /// <summary>The call that must start now that one has ended, or null.</summary>
    public ScriptedCall? Release(int instance)
    {
        _running[instance]--;
        var next = _waiting.Find(call => !call.IsCanceled && CanStart(call));
        if (next is not null)
            _waiting.Remove(next);
        return next;
    }

    /// <summary>Takes a call out of the queue.</summary>
    public void Withdraw(ScriptedCall call) => _waiting.Remove(call);

    private bool CanStart(ScriptedCall call) =>
        _running.Sum() < total && (call.Waiter.Required is { } instance ? _running[instance] < perInstance : _running.Min() < perInstance);
}
