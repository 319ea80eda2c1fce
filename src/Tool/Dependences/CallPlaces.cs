using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Tool.Dependences;

/// <summary>The calls of a body in the order in which they begin.</summary>
internal static class CallPlaces
{
    public static IReadOnlyList<PlacedCall> Of(BodyContext body, CancellationToken cancellationToken)
    {
        var places = new List<PlacedCall>();
        foreach (var trace in body.CallCount > 1 ? body.Trace(cancellationToken) : [])
            places.AddRange(trace.Calls.Select(node => new PlacedCall(node.Call, trace, node)));

        // One call alone is on no line, and those beyond the most that are looked at are on none either.
        var known = places.Select(static place => place.Call).ToHashSet();
        places.AddRange(body.Calls.Where(call => !known.Contains(call)).Select(static call => new PlacedCall(call, null, null)));
        return
        [
            .. places.OrderBy(place => StepOf(place, places))
                .ThenBy(static place => place.Gather is not null)
                .ThenBy(static place => place.Node?.Start),
        ];
    }

    /// <summary>When it begins: for one in a lambda, when the last call written before its gather does.</summary>
    private static int StepOf(PlacedCall place, List<PlacedCall> all) => place switch
    {
        { Node: null } => int.MaxValue,
        { Gather: { } gather } => all.Where(other => other is { Gather: null, Node: not null } && IsBefore(other.Call.Invocation, gather))
            .Select(static other => other.Node!.Start)
            .DefaultIfEmpty()
            .Max(),
        _ => place.Node.Start,
    };

    private static bool IsBefore(IInvocationOperation call, IInvocationOperation gather) =>
        call.Syntax.SpanStart < gather.Syntax.SpanStart;
}
