namespace Pipeline.Generated;

/// <summary>
/// Lets a fixed number of calls run at a time. The others wait their turn, first come, first served, and hold no thread
/// meanwhile.
/// </summary>
internal sealed class CallSlots(int count)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<PooledCall> _waiting = new();
    private int _free = count;

    /// <summary>Starts the call in a free slot, or puts it at the end of the queue.</summary>
    public void Enter(PooledCall call)
    {
        lock (_gate)
        {
            if (call.IsAnswered)
                return;

            if (_free == 0)
            {
                call.Place = _waiting.AddLast(call);
                return;
            }

            _free--;
            Start(call);
        }
    }

    /// <summary>Takes a canceled call out of the queue, if it is still there.</summary>
    public void Withdraw(PooledCall call)
    {
        lock (_gate)
        {
            if (call.Place is { List: not null } place)
                _waiting.Remove(place);
        }
    }

    /// <summary>Hands the slot of a call that ended to the one that has waited longest.</summary>
    public void Release()
    {
        lock (_gate)
        {
            if (_waiting.First is not { } next)
            {
                _free++;
                return;
            }

            _waiting.Remove(next);
            Start(next.Value);
        }
    }

    // The global queue: in a thread's local one, each call would start its successor ahead of all other work. Inside the
    // lock, so that calls reach the pool in the order of the queue.
    private static void Start(PooledCall call) => ThreadPool.UnsafeQueueUserWorkItem(call, preferLocal: false);
}
