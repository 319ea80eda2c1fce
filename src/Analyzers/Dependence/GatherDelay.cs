using System.Collections.Immutable;
using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence;

/// <summary>A call awaited among the arguments of a gather, and the calls of later arguments that wait for it needlessly.</summary>
internal sealed record GatherDelay(CallNode Awaited, ImmutableArray<CallNode> Delayed)
{
    public static IEnumerable<GatherDelay> Find(CallTrace trace)
    {
        foreach (var awaited in trace.Calls)
        {
            var delayed = trace.Calls.Where(later => Delays(awaited, later) && PairOrder.Of(new(trace, awaited, later)) is null).ToImmutableArray();
            if (!delayed.IsEmpty)
                yield return new(awaited, delayed);
        }
    }

    private static bool Delays(CallNode awaited, CallNode later) =>
        later is { IsStartedByJoin: true, Join: { } gather }
        && awaited.End < later.Start
        && awaited.Wait is { } wait
        && gather.Syntax.Span.Contains(wait.Syntax.Span);
}
