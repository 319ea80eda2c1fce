namespace Pipeline.Calls;

/// <summary>
/// Lets a limited number of calls run at a time. The others wait their turn, first come, first served, and hold no thread
/// meanwhile; when too many wait, the next is turned away.
/// </summary>
/// <param name="total">How many calls may run.</param>
/// <param name="instances">How many instances share them: each call is given to the one that has the fewest.</param>
/// <param name="perInstance">How many calls may run on one instance.</param>
/// <param name="queueLimit">How many calls may wait.</param>
internal sealed partial class CallSlots(int total, int instances = 1, int perInstance = int.MaxValue, int queueLimit = int.MaxValue)
{
    private readonly object _gate = new();
    private readonly LinkedList<SlotWaiter> _waiting = new();
    private readonly int[] _running = new int[instances];
    private readonly int _total = total;
    private int _free = total;
    private int _next;

    /// <summary>How many calls run, and how many wait.</summary>
    public (int Running, int Waiting) Load
    {
        get
        {
            lock (_gate)
                return (_total - _free, _waiting.Count);
        }
    }

    /// <summary>Takes a free slot while nobody waits: a call that gets one need not become a waiter, and its token is not looked at.</summary>
    /// <param name="required">The one instance whose slot will do, or null for any.</param>
    /// <param name="instance">The instance the slot is of.</param>
    public bool TryTake(int? required, out int instance)
    {
        lock (_gate)
        {
            instance = 0;
            if (_free == 0 || _waiting.Count > 0)
                return false;

            instance = required ?? LeastBusy();
            if (_running[instance] >= perInstance)
                return false;

            _free--;
            _running[instance]++;
            return true;
        }
    }

    /// <summary>Starts the call in a free slot, or puts it at the end of the queue; false if the queue is full.</summary>
    public bool TryEnter(SlotWaiter call)
    {
        lock (_gate)
        {
            if (call.IsAnswered || TryGrant(call))
                return true;
            if (_waiting.Count >= queueLimit)
                return false;

            call.Place = _waiting.AddLast(call);
            return true;
        }
    }

    /// <summary>Takes a canceled call out of the queue, if it is still there.</summary>
    public void Withdraw(SlotWaiter call)
    {
        lock (_gate)
        {
            if (call.Place is { List: not null } place)
                _waiting.Remove(place);
        }
    }

    /// <summary>Hands the slot of a call that ended to the one that has waited longest.</summary>
    public void Release(int instance)
    {
        lock (_gate)
        {
            _free++;
            _running[instance]--;
            for (var next = _waiting.First; next is not null; next = next.Next)
            {
                if (!TryGrant(next.Value))
                    continue;

                _waiting.Remove(next);
                return;
            }
        }
    }

    /// <summary>Hands the slot on when the work has ended: it belongs to the work, not to the caller's patience.</summary>
    public void ReleaseAfter(Task work, int instance)
    {
        if (work.IsCompleted)
        {
            Release(instance);
            return;
        }

        work.ContinueWith(
            static (_, slot) =>
            {
                var (slots, instance) = ((CallSlots, int))slot!;
                slots.Release(instance);
            },
            (this, instance),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    // Inside the lock, so that calls start in the order of the queue.
    private bool TryGrant(SlotWaiter call)
    {
        var instance = call.Required ?? LeastBusy();
        if (_free == 0 || _running[instance] >= perInstance)
            return false;

        call.Instance = instance;
        if (!call.TryStart())
            return false;

        _free--;
        _running[instance]++;
        WakeBlocked();
        return true;
    }

    /// <summary>The instance with the fewest calls; of several, each in its turn.</summary>
    private int LeastBusy()
    {
        if (_running.Length == 1)
            return 0;

        var least = _next;
        for (var step = 1; step < _running.Length; step++)
        {
            var other = (_next + step) % _running.Length;
            if (_running[other] < _running[least])
                least = other;
        }

        _next = (least + 1) % _running.Length;
        return least;
    }
}
