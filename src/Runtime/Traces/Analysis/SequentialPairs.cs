namespace Pipeline.Traces;

/// <summary>Finds calls that were made one directly after the other.</summary>
internal static class SequentialPairs
{
    private const int Most = 100;

    /// <summary>The pairs in the requests, each once.</summary>
    /// <param name="requests">The requests.</param>
    public static IReadOnlyList<SequentialCalls> In(IEnumerable<RequestTrace> requests) =>
    [
        .. requests.SelectMany(static request => request.Root.DescendantsAndSelf().SelectMany(caller => Of(caller, request.Dependences)))
            .DistinctBy(static pair => (pair.Caller, pair.First, pair.Second))
            .Take(Most),
    ];

    private static IEnumerable<SequentialCalls> Of(TracedCall caller, CallDependences? dependences)
    {
        var groups = CallGroup.Of(caller, isWhole: true);
        if (groups.Count < 2)
            yield break;

        TracedCall[] calls = [.. groups.SelectMany(static group => group.Calls)];
        var joined = DependenceJoin.Of(caller, calls, dependences);
        foreach (var (earlier, later) in groups.Zip(groups.Skip(1)))
        {
            var (first, second) = (earlier.Calls.MaxBy(static call => call.End)!, later.Calls[0]);
            yield return new()
            {
                Caller = caller.Name,
                First = first.Name,
                Second = second.Name,
                IsNeeded = joined?[Array.IndexOf(calls, second)].Needs.Contains(Array.IndexOf(calls, first)),
            };
        }
    }
}
