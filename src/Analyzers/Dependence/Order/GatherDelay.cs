using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>A call awaited among the arguments of a gather, and the calls of later arguments that wait for it needlessly.</summary>
/// <remarks>Later arguments start one after the other: whoever lets one start early lets all, so all of them must be free to.</remarks>
internal sealed record GatherDelay(CallNode Awaited, ImmutableArray<CallNode> Delayed)
{
    public static IEnumerable<GatherDelay> Find(CallTrace trace)
    {
        foreach (var awaited in trace.Calls)
        {
            var delayed = trace.Calls.Where(later => Delays(awaited, later)).ToImmutableArray();
            if (!delayed.IsEmpty
                && delayed.All(later => PairOrder.Of(new(trace, awaited, later)) is null && !trace.KeepsPlaces(new(trace, awaited, later)))
                && StartsPlainly(trace, awaited, delayed[0].Join!)
                && EndsWithValues(delayed[0].Join!, delayed.Max(static later => later.Invocation.Syntax.Span.End)))
            {
                yield return new(awaited, delayed);
            }
        }
    }

    private static bool Delays(CallNode awaited, CallNode later) =>
        later is { IsStartedByJoin: true, Join: { } gather }
        && awaited.End < later.Start
        && awaited.Wait is { } wait
        && gather.Syntax.Span.Contains(wait.Syntax.Span)
        && !later.Invocation.Syntax.Span.Contains(wait.Syntax.Span);

    /// <summary>
    /// Whether nothing that the gather evaluates before the awaited call can throw: in a branch of its own, its failure would no longer
    /// keep the arguments behind from starting.
    /// </summary>
    private static bool StartsPlainly(CallTrace trace, CallNode awaited, IOperation gather) => !trace.Incidents.Any(incident =>
        incident.Condition is OrderCondition.HarmlessBetween or OrderCondition.SafeArguments
        && incident.Step < awaited.Start
        && (incident.OnlyFor is null || incident.OnlyFor == awaited)
        && gather.Syntax.Span.Contains(incident.Operation.Syntax.Span));

    /// <summary>Whether nothing runs for the arguments behind that place: they are values that are there already.</summary>
    private static bool EndsWithValues(IOperation gather, int end) => gather.Descendants()
        .Where(part => part.Syntax.SpanStart >= end)
        .All(static part => part is IArgumentOperation or ILocalReferenceOperation or IParameterReferenceOperation or ILiteralOperation
            || part is IConversionOperation { OperatorMethod: null, IsImplicit: true });
}
