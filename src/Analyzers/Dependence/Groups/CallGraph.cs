using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Groups;

/// <summary>Which calls of a trace must wait for which.</summary>
internal sealed class CallGraph
{
    private readonly CallTrace _trace;
    private readonly OrderReason?[,] _reasons;
    private readonly ulong[] _waitsFor;
    private readonly ulong[] _free;

    public CallGraph(CallTrace trace, Func<CallNode, CallNode, bool>? concerns = null)
    {
        int count = trace.Calls.Count;
        (_trace, _reasons, _waitsFor, _free) = (trace, new OrderReason?[count, count], new ulong[count], new ulong[count]);
        foreach (var later in trace.Calls)
        {
            foreach (var earlier in trace.Calls)
            {
                if (earlier.End < later.Start && later.Wait is not null)
                    Judge(earlier, later);
            }
        }

        Close();
        foreach (var later in trace.Calls)
        {
            foreach (var earlier in trace.Calls)
            {
                if (earlier.End < later.Start
                    && later.Wait is not null
                    && !MustWait(earlier, later)
                    && concerns?.Invoke(earlier, later) is not false)
                    _free[earlier.Index] |= later.Bit;
            }
        }
    }

    /// <summary>The calls that wait for the call as written although they need not.</summary>
    public ulong Free(CallNode earlier) => _free[earlier.Index];

    public bool MustWait(CallNode earlier, CallNode later) => (_waitsFor[later.Index] & earlier.Bit) != 0;

    public OrderReason? ReasonOf(CallNode earlier, CallNode later) => _reasons[earlier.Index, later.Index];

    /// <summary>The sets of calls connected by "could have started before", each with two members or more.</summary>
    public IEnumerable<ulong> Components()
    {
        ulong seen = 0;
        foreach (var call in _trace.Calls)
        {
            if ((seen & call.Bit) != 0)
                continue;
            ulong members = Connected(call.Bit);
            seen |= members;
            if (members != call.Bit)
                yield return members;
        }
    }

    /// <summary>How many calls the members take one after another as written.</summary>
    public int LengthAsWritten(ulong members) => LongestChain(
        members, members, static (earlier, later) => earlier.End < later.Start);

    /// <summary>How many of them are saved where no member waits for another one needlessly.</summary>
    /// <remarks>
    /// Calls outside count too: a member that has to wait for one of them gains nothing by not waiting for a member beside it.
    /// </remarks>
    public int Gain(ulong members)
    {
        ulong all = _trace.Calls.Aggregate(0UL, static (bits, call) => bits | call.Bit);
        return LongestChain(all, members, static (earlier, later) => earlier.End < later.Start) - LongestChain(all, members, ComesAfter);

        bool ComesAfter(CallNode earlier, CallNode later) =>
            (members & earlier.Bit) != 0 && (members & later.Bit) != 0 ? MustWait(earlier, later) : earlier.End < later.Start;
    }

    /// <summary>How many of the calls the longest chain to one of the ends holds, where each comes after the one before it.</summary>
    private int LongestChain(ulong calls, ulong ends, Func<CallNode, CallNode, bool> comesAfter)
    {
        int[] lengths = new int[_trace.Calls.Count];
        foreach (var later in _trace.Calls.Where(call => (calls & call.Bit) != 0))
        {
            lengths[later.Index] = 1 + _trace.Calls
                .Take(later.Index)
                .Where(earlier => (calls & earlier.Bit) != 0 && comesAfter(earlier, later))
                .Select(earlier => lengths[earlier.Index])
                .DefaultIfEmpty()
                .Max();
        }

        return _trace.Calls.Where(call => (ends & call.Bit) != 0).Max(call => lengths[call.Index]);
    }

    private void Judge(CallNode earlier, CallNode later)
    {
        if (PairOrder.Of(new(_trace, earlier, later)) is not { } reason)
            return;
        _reasons[earlier.Index, later.Index] = reason;
        _waitsFor[later.Index] |= earlier.Bit;
    }

    /// <summary>
    /// A call waits for what its dependences wait for; the calls started inside a gather wait, and are waited for, as one.
    /// </summary>
    private void Close()
    {
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var call in _trace.Calls)
            {
                ulong all = _waitsFor[call.Index];
                foreach (var other in _trace.Calls)
                {
                    if (other.IsGatheredWith(call))
                        all |= _waitsFor[other.Index];
                    else if ((all & other.Bit) != 0)
                        all |= _waitsFor[other.Index] | Gathered(other);
                }

                changed |= all != _waitsFor[call.Index];
                _waitsFor[call.Index] = all;
            }
        }
    }

    private ulong Gathered(CallNode call)
    {
        ulong members = call.Bit;
        foreach (var other in _trace.Calls)
        {
            if (other.IsGatheredWith(call))
                members |= other.Bit;
        }

        return members;
    }

    private ulong Connected(ulong start)
    {
        ulong members = start;
        for (ulong before = 0; before != members;)
        {
            before = members;
            foreach (var call in _trace.Calls)
            {
                if ((members & call.Bit) != 0)
                    members |= _free[call.Index];
                else if ((_free[call.Index] & members) != 0)
                    members |= call.Bit;
            }
        }

        return members;
    }
}
