namespace Pipeline.Tool.Dependences;

/// <summary>Why a measured call cannot be told to be one of those in the source by its callee and its number.</summary>
internal static class Ambiguities
{
    /// <param name="calls">The calls of an API.</param>
    /// <param name="callees">What each calls.</param>
    public static string? Of(IReadOnlyList<RegionCall> calls, IReadOnlyList<string> callees)
    {
        foreach (var call in calls)
        {
            if (call.Call.Repetition is { } repetition)
                return $"'{call.Call.Name}' {repetition}";
            if (call.Call.Trace is null && call.Region.Sites.Count(static site => site is PlacedCall) > 1)
                return "it makes more calls than are looked at";
        }

        for (int index = 1; index < calls.Count; index++)
        {
            int first = callees.IndexOf(callees[index]);
            if (first < index && (calls[first].Region != calls[index].Region || calls[first].Call.Trace != calls[index].Call.Trace))
                return $"'{callees[index]}' is called in several places, of which a request may run only some";
        }

        return null;
    }

    private static int IndexOf(this IReadOnlyList<string> names, string name) => names.TakeWhile(other => other != name).Count();
}
