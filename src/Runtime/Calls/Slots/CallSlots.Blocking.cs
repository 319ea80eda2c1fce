namespace Pipeline.Calls;

internal sealed partial class CallSlots
{
    /// <summary>Calls that have a slot and wait for a thread of the pool.</summary>
    private readonly LinkedList<PooledCall> _granted = new();
    private int _blocked;

    /// <summary>Whether the sync view takes slots too: where calls per instance are limited.</summary>
    public bool CanBlock => perInstance < int.MaxValue;

    /// <summary>
    /// Blocks until the call has a slot; false if the queue is full. A pool thread that has to wait runs calls that have their
    /// slots already and wait for a thread: were it the only thread, nobody else would.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public bool TryEnterBlocking(BlockedCall call, CancellationToken cancellationToken)
    {
        if (!TryEnter(call))
            return false;

        using var registration = cancellationToken.UnsafeRegister(static slots => ((CallSlots)slots!).WakeAll(), this);
        while (WaitFor(call, cancellationToken) is { } other)
            other.ExecuteHere();
        return true;
    }

    /// <summary>Notes a call on its way to the pool.</summary>
    public void Granted(PooledCall call)
    {
        lock (_gate)
            call.Grant = _granted.AddLast(call);
    }

    /// <summary>Whether the call still has to be run; from now on it is the asker's.</summary>
    public bool TryTake(PooledCall call)
    {
        lock (_gate)
        {
            if (call.Grant is not { List: not null } grant)
                return false;

            _granted.Remove(grant);
            return true;
        }
    }

    /// <summary>Null when the call has its slot; otherwise another call, to be run meanwhile.</summary>
    private PooledCall? WaitFor(BlockedCall call, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            while (!call.IsStarted)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    Withdraw(call);
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (Thread.CurrentThread.IsThreadPoolThread && _granted.First is { } other)
                {
                    _granted.Remove(other);
                    return other.Value;
                }

                _blocked++;
                Monitor.Wait(_gate);
                _blocked--;
            }

            return null;
        }
    }

    private void WakeBlocked()
    {
        if (_blocked > 0)
            Monitor.PulseAll(_gate);
    }

    private void WakeAll()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }
}
