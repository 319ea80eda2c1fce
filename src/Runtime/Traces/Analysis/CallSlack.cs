namespace Pipeline.Traces;

/// <summary>
/// How much longer each call could have taken without the request taking longer. A call of a group that others began after had ended can
/// grow as much as these can; any other until its group ends.
/// </summary>
internal static class CallSlack
{
    public static Dictionary<TracedCall, TimeSpan> Of(TracedCall root)
    {
        var slack = new Dictionary<TracedCall, TimeSpan> { [root] = TimeSpan.Zero };
        AddBelow(root, slack);
        return slack;
    }

    private static void AddBelow(TracedCall caller, Dictionary<TracedCall, TimeSpan> slack)
    {
        foreach (var group in CallGroup.Of(caller))
        {
            var next = new Dictionary<TracedCall, TimeSpan>();
            foreach (var call in group.Calls.Reverse())
            {
                var latest = group.End - Awaited.EndOf(call, caller) + slack[caller];
                slack[call] = next.TryGetValue(call, out var least) && least < latest ? least : latest;
                if (group.Before(call) is { } before && !(next.TryGetValue(before, out var other) && other < slack[call]))
                    next[before] = slack[call];
                AddBelow(call, slack);
            }
        }

        foreach (var stream in Awaited.Streams(caller))
        {
            slack[stream] = slack[caller];
            AddBelow(stream, slack);
        }
    }
}
