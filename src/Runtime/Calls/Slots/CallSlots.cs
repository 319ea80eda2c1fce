namespace Pipeline.Calls;

/// <summary>
/// Lets a limited number of calls run at a time. The others wait their turn, first come, first served; when too many wait, the next
/// is refused. Everything takes the same time however many wait. Thread-safe.
/// </summary>
internal sealed partial class CallSlots
{
    private readonly Lock _gate = new();
    private readonly int[] _running;
    private readonly SlotQueue _any = new();
    private readonly SlotQueue[] _pinned;
    private int _total;
    private int _perInstance;
    private int _queueLimit;
    private int _taken;
    private int _waiting;
    private int _next;
    private long _tickets;

    /// <param name="total">How many calls may run.</param>
    /// <param name="instances">How many instances share them: each call is given to the one that has the fewest.</param>
    /// <param name="perInstance">How many calls may run on one instance.</param>
    /// <param name="queueLimit">How many calls may wait.</param>
    public CallSlots(int total, int instances = 1, int perInstance = int.MaxValue, int queueLimit = int.MaxValue)
    {
        _total = total;
        _perInstance = perInstance;
        _queueLimit = queueLimit;
        _running = new int[instances];
        _pinned = new SlotQueue[instances];
        for (var instance = 0; instance < instances; instance++)
            _pinned[instance] = new();
    }

    /// <summary>What the slots are of, for messages: a service or one of its APIs.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who is told of those that wait too long; null for nobody.</summary>
    public SlotWatch? Watch { get; init; }

    /// <summary>How many calls may run.</summary>
    public int Total
    {
        get
        {
            using (EnterGate())
                return _total;
        }
    }

    /// <summary>How many calls run, and how many wait.</summary>
    public (int Running, int Waiting) Load
    {
        get
        {
            using (EnterGate())
                return (_taken, _waiting);
        }
    }

    /// <summary>Takes a free slot: a call that gets one need not become a waiter. What is free is of no use to those that wait.</summary>
    /// <param name="required">The one instance whose slot will do, or null for any.</param>
    /// <param name="holder">The call, or null.</param>
    /// <param name="slot">What it got, to be released.</param>
    public bool TryTake(int? required, ISlotHolder? holder, out TakenSlot slot)
    {
        using (EnterGate())
            return TryTakeLocked(required, holder, out slot);
    }

    /// <summary>Starts the waiter in a free slot, or puts it at the end of the queue; false if the queue is full.</summary>
    public bool TryEnter(SlotWaiter waiter)
    {
        using (EnterGate())
        {
            waiter.Slots = this;
            if (!TryTakeLocked(waiter.Required, waiter.Holder, out var slot))
            {
                if (_waiting >= _queueLimit && waiter.IsRefusable)
                    return false;

                Add(waiter);
                return true;
            }

            waiter.Taken = slot;
        }

        waiter.Start();
        return true;
    }

    /// <summary>Takes a waiter out of the queue; false if it is not in it, because it has its slot or has been withdrawn.</summary>
    public bool Withdraw(SlotWaiter waiter)
    {
        using (EnterGate())
        {
            if (waiter.Queue is null)
                return false;

            Remove(waiter);
            return true;
        }
    }

    /// <summary>Hands the slot of a call that ended to the one that has waited longest of those that can use it.</summary>
    public void Release(TakenSlot slot)
    {
        SlotWaiter? started;
        using (EnterGate())
        {
            _taken--;
            _running[slot.Instance]--;
            Leave(slot.Place);
            started = StartNext(slot.Instance);
        }

        started?.Start();
    }

    /// <summary>Changes the limits: raised ones let waiters in at once, lowered ones hold for calls to come.</summary>
    public void Resize(int total, int perInstance, int queueLimit)
    {
        var started = new List<SlotWaiter>();
        using (EnterGate())
        {
            (_total, _perInstance, _queueLimit) = (total, perInstance, queueLimit);
            while (StartNext() is { } next)
                started.Add(next);
        }

        started.ForEach(static waiter => waiter.Start());
    }

    private bool TryTakeLocked(int? required, ISlotHolder? holder, out TakenSlot slot)
    {
        slot = default;
        if (_taken >= _total)
            return false;

        var instance = required ?? LeastBusy();
        if (_running[instance] >= _perInstance)
            return false;

        _taken++;
        _running[instance]++;
        slot = new(instance, Place(holder, instance));
        return true;
    }

    private void Add(SlotWaiter waiter)
    {
        waiter.Ticket = _tickets++;
        QueueOf(waiter).Add(waiter);
        _waiting++;
        Watch?.Begin(waiter, this);
    }

    private void Remove(SlotWaiter waiter)
    {
        waiter.Queue!.Remove(waiter);
        _waiting--;
    }

    // Where instances have no limit of their own any free slot will do, and one queue keeps the order.
    private SlotQueue QueueOf(SlotWaiter waiter) =>
        waiter.Required is { } instance && _perInstance < int.MaxValue ? _pinned[instance] : _any;

    private SlotWaiter? StartNext()
    {
        for (var instance = 0; instance < _running.Length; instance++)
        {
            if (StartNext(instance) is { } started)
                return started;
        }

        return null;
    }

    /// <summary>Gives a slot of the instance, if it has one, to the first of those that can use it.</summary>
    private SlotWaiter? StartNext(int instance)
    {
        if (_waiting == 0 || _taken >= _total || _running[instance] >= _perInstance)
            return null;

        var (pinned, any) = (_pinned[instance].First, _any.First);
        var next = pinned is null || any?.Ticket < pinned.Ticket ? any : pinned;
        if (next is null)
            return null;

        Remove(next);
        TryTakeLocked(next.Required ?? (_perInstance < int.MaxValue ? instance : null), next.Holder, out var taken);
        next.Taken = taken;
        return next;
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
