namespace Pipeline.Calls;

internal sealed partial class CallSlots
{
    private readonly List<(ISlotHolder? Holder, int Instance)> _places = [];
    private readonly Stack<int> _freePlaces = [];
    private int _unknownHolders;

    private IEnumerable<ISlotHolder> Holders => _places.Select(static place => place.Holder).OfType<ISlotHolder>();

    /// <summary>The calls that hold what the waiter needs; null where not all of them are known, or a slot is free.</summary>
    public ISlotHolder[]? HoldersAgainst(SlotWaiter waiter)
    {
        using (EnterGate())
        {
            if (waiter.Queue is null || _unknownHolders > 0)
                return null;

            return waiter.Required is { } instance && _perInstance < int.MaxValue
                ? [.. _places.Where(place => place.Instance == instance).Select(static place => place.Holder).OfType<ISlotHolder>()]
                : [.. Holders];
        }
    }

    /// <summary>Those that have waited that long and have not been reported, which they are from now on.</summary>
    /// <param name="hasWaitedTooLong">Whether a waiter has.</param>
    /// <param name="setWaiting">Told within the lock whether there is any reason to ask again.</param>
    public SlotReport? TakeReport(Predicate<SlotWaiter> hasWaitedTooLong, Action<bool> setWaiting)
    {
        using (EnterGate())
        {
            setWaiting(_waiting > 0);
            var late = new List<SlotWaiter>();
            foreach (var queue in _pinned.Append(_any))
            {
                for (var waiter = queue.First; waiter is not null && hasWaitedTooLong(waiter); waiter = waiter.Next)
                {
                    if (waiter.IsReported)
                        continue;

                    waiter.IsReported = true;
                    late.Add(waiter);
                }
            }

            return late is [] ? null : new(Name, late.Count, late.MinBy(static waiter => waiter.Ticket)!.Holder, [.. Holders]);
        }
    }

    private int Place(ISlotHolder? holder, int instance)
    {
        if (holder is null)
            _unknownHolders++;
        if (!_freePlaces.TryPop(out var place))
        {
            place = _places.Count;
            _places.Add(default);
        }

        _places[place] = (holder, instance);
        return place;
    }

    private void Leave(int place)
    {
        if (_places[place].Holder is null)
            _unknownHolders--;
        _places[place] = default;
        _freePlaces.Push(place);
    }
}
