namespace Pipeline.Calls;

/// <summary>Finds out whether a wait for a slot can never end: whether each slot is held by a call that waits in turn for ever.</summary>
/// <remarks>
/// Certain only: a holder counts as stuck while <see cref="ISlotHolder.Awaits"/> names what it cannot go on without. Every such wait is
/// noted before it is searched from, so of several that close a cycle at the same moment one at least sees it.
/// </remarks>
internal static class DeadlockSearch
{
    /// <summary>The calls that wait for each other, each with what it holds and what it waits for; null where the wait may end.</summary>
    public static IReadOnlyList<string>? Find(SlotWaiter waiter)
    {
        // A wait that has ended does not come back, so what two looks have in common held at the moment between them.
        return Look(waiter) is { } first && Look(waiter) is { } second && first.SequenceEqual(second)
            ? [.. first.Select(static link => link.Describe())]
            : null;
    }

    private static List<Link>? Look(SlotWaiter start)
    {
        var links = new List<Link>();
        var seen = new HashSet<SlotWaiter> { start };
        var ahead = new Queue<SlotWaiter>([start]);
        while (ahead.TryDequeue(out var waiter))
        {
            if (waiter.Slots?.HoldersAgainst(waiter) is not { } holders)
                return null;

            foreach (var holder in holders)
            {
                if (holder.Awaits is not { Slots: not null } awaited)
                    return null;

                links.Add(new(holder, waiter.Slots, awaited));
                if (seen.Add(awaited))
                    ahead.Enqueue(awaited);
            }
        }

        return links;
    }

    private sealed record Link(ISlotHolder Holder, CallSlots Held, SlotWaiter Awaited)
    {
        public string Describe() => $"{Holder.Describe()} holds a slot of {Held.Name} and waits for one of {Awaited.Slots!.Name}";
    }
}
