namespace Pipeline;

/// <summary>Too many calls are nested in each other: services call themselves without an end, through the container, say.</summary>
public sealed class CallDepthException : InvalidOperationException, IPipelineException
{
    private const int ShownAtMost = 10;

    /// <summary>Reports calls that are nested too deep.</summary>
    /// <param name="calls">The calls, the innermost first.</param>
    public CallDepthException(IReadOnlyList<string> calls)
        : base(Describe(calls))
    {
    }

    private static string Describe(IReadOnlyList<string>? calls)
    {
        if (calls is null or [])
            return "Calls are nested too deep.";

        var period = Period(calls);
        var repeated = calls.Take(Math.Min(period, ShownAtMost)).Reverse();
        var again = period <= ShownAtMost ? " → " + calls[period - 1] + " → …" : "";
        return $"{calls.Count} calls are nested in each other; these repeat: {string.Join(" → ", repeated)}{again}. "
            + "Let the recursion end, or do not await the next call.";
    }

    /// <summary>After how many calls the innermost ones repeat.</summary>
    private static int Period(IReadOnlyList<string> calls)
    {
        for (var period = 1; period <= calls.Count / 2; period++)
        {
            var length = Math.Min(calls.Count - period, 3 * period);
            if (Enumerable.Range(0, length).All(place => calls[place] == calls[place + period]))
                return period;
        }

        return calls.Count;
    }
}
