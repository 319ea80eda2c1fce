namespace Pipeline.Traces;

/// <summary>Finds calls that waited for others without need.</summary>
internal static class MissedCalls
{
    /// <summary>For each API in the requests that made such calls, the first of them and one that it waited for.</summary>
    /// <param name="requests">The requests.</param>
    public static Dictionary<string, (DependentCall Waiting, DependentCall For)> In(IEnumerable<RequestTrace> requests)
    {
        var found = new Dictionary<string, (DependentCall, DependentCall)>(StringComparer.Ordinal);
        foreach (var request in requests.Where(static request => request.Dependences is not null))
        {
            foreach (var caller in request.Root.DescendantsAndSelf().Where(static call => call.Calls.Count > 1))
            {
                if (!found.ContainsKey(caller.Name) && First(caller, request.Dependences!) is { } pair)
                    found.Add(caller.Name, pair);
            }
        }

        return found;
    }

    private static (DependentCall Waiting, DependentCall For)? First(TracedCall caller, CallDependences dependences)
    {
        if (DependenceJoin.Of(caller, caller.Calls, dependences) is not { } joined)
            return null;

        for (var later = 1; later < joined.Length; later++)
        {
            // The one that ended last before it is the one that it waited for.
            var before = Enumerable.Range(0, later).Where(earlier => caller.Calls[earlier].End <= caller.Calls[later].Start).ToArray();
            if (before is not [] && before.MaxBy(earlier => caller.Calls[earlier].End) is var last && !joined[later].Needs.Contains(last))
                return (joined[later].Written, joined[last].Written);
        }

        return null;
    }
}
