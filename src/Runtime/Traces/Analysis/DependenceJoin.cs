namespace Pipeline.Traces;

/// <summary>The measured calls of a caller, each with the call of the source that it is.</summary>
internal static class DependenceJoin
{
    /// <summary>
    /// For each call the places of those that it needs; null where that is not known for certain: an API of which nothing is known or that
    /// is ambiguous, a call that the source does not have, one more than it has, or one that began before what it is said to need had
    /// ended.
    /// </summary>
    /// <param name="caller">The caller.</param>
    /// <param name="calls">Its calls in the order in which they began.</param>
    /// <param name="dependences">What is known.</param>
    public static JoinedCall[]? Of(TracedCall caller, IReadOnlyList<TracedCall> calls, CallDependences? dependences)
    {
        // One that was left running may be any of those of its callee.
        if (dependences?.Of(caller.Name) is not { Ambiguity: null } known || caller.Attempt is not null || calls.Count < caller.Calls.Count)
            return null;

        var counts = new Dictionary<string, int>();
        var places = new Dictionary<int, int>();
        var joined = new JoinedCall[calls.Count];
        for (var index = 0; index < calls.Count; index++)
        {
            var ordinal = counts.GetValueOrDefault(calls[index].Name);
            counts[calls[index].Name] = ordinal + 1;
            var found = known.Calls.Index().Where(call => call.Item.Callee == calls[index].Name && call.Item.Ordinal == ordinal).ToArray();
            if (found is not [var (place, written)])
                return null;
            places.Add(place, index);

            // What a branch has left out needed nothing that its needs do not say already.
            joined[index] = new(written, [.. written.Needs.Where(places.ContainsKey).Select(need => places[need])]);
            if (joined[index].Needs.Any(need => calls[need].End > calls[index].Start) || IsNeededEarlier(place, places, known))
                return null;
        }

        return joined;
    }

    private static bool IsNeededEarlier(int place, Dictionary<int, int> places, ApiDependences known) =>
        places.Keys.Any(other => known.Calls[other].Needs.Contains(place));
}

/// <summary>A measured call with what the source says of it.</summary>
/// <param name="Written">The call in the source.</param>
/// <param name="Needs">The places of the measured calls that it needs.</param>
internal readonly record struct JoinedCall(DependentCall Written, IReadOnlyList<int> Needs);
