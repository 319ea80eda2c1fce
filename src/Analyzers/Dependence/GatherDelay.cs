using System.Collections.Immutable;
using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence;

/// <summary>A call awaited among the arguments of a gather, and the calls of later arguments that wait for it needlessly.</summary>
/// <remarks>Later arguments start one after the other: whoever lets one start early lets all, so all of them must be free to.</remarks>
internal sealed record GatherDelay(CallNode Awaited, ImmutableArray<CallNode> Delayed)
{
    public static IEnumerable<GatherDelay> Find(CallTrace trace)
    {
        foreach (var awaited in trace.Calls)
        {
            var delayed = trace.Calls.Where(later => Delays(awaited, later)).ToImmutableArray();
            if (!delayed.IsEmpty && delayed.All(later => PairOrder.Of(new(trace, awaited, later)) is null))
                yield return new(awaited, delayed);
        }
    }

    private static bool Delays(CallNode awaited, CallNode later) =>
        later is { IsStartedByJoin: true, Join: { } gather }
        && awaited.End < later.Start
        && awaited.Wait is { } wait
        && gather.Syntax.Span.Contains(wait.Syntax.Span)
        && !later.Invocation.Syntax.Span.Contains(wait.Syntax.Span);
}
