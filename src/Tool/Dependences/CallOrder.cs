using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Tool.Dependences;

/// <summary>Which of two calls of a body has to wait for the other: what PIPE001 would leave in order.</summary>
internal sealed class CallOrder(IReadOnlyList<CallTrace> traces)
{
    private readonly Dictionary<CallTrace, CallGraph> _graphs =
        traces.ToDictionary(static trace => trace, static trace => new CallGraph(trace));

    /// <summary>Why the later call needs the earlier one; null where it does not, or runs beside it as written.</summary>
    /// <param name="earlier">The one that begins first.</param>
    /// <param name="later">The other.</param>
    /// <param name="place">The place of the earlier one.</param>
    public CallNeed? Need(PlacedCall earlier, PlacedCall later, int place)
    {
        if (earlier.Trace is not { } trace || later.Trace is null || earlier.RunsBeside(later))
            return null;
        var (before, after) = (earlier.Node!, later.Node!);
        if (earlier.GatherApartFrom(later) is not null || later.GatherApartFrom(earlier) is not null)
            return IsOver(earlier, later) ? new(place, "it begins after the gather or before it") : null;
        if (before.End > after.Start)
            return null;
        if (trace != later.Trace)
            return new(place, SameRegion.Order(trace, later.Trace).Text);
        if (after.Wait is null)
            return new(place, $"'{after}' is not awaited where it begins");
        return _graphs[trace].MustWait(before, after)
            ? new(place, _graphs[trace].ReasonOf(before, after)?.Text ?? "what is between them keeps the order")
            : null;
    }

    /// <summary>Whether the call has been waited for where the other one, or the gather that runs it, begins.</summary>
    public static bool IsOver(CallSite before, CallSite later)
    {
        int begins = (later.GatherApartFrom(before) ?? later.Operation).Syntax.Span.End;
        if (before.GatherApartFrom(later) is { } gather)
            return gather.Syntax.Span.End <= begins;
        int? over = before is PlacedCall { Node.Wait: { } wait } ? wait.Syntax.Span.End : before.Over;
        return over <= begins;
    }
}
