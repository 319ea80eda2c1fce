using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Comparing;

/// <summary>Whether anybody could tell one run from another, except by being served sooner.</summary>
internal static class Oracle
{
    /// <summary>The first difference in words, or null.</summary>
    public static string? Compare(Observation before, Observation after)
    {
        if (before.Outcome != after.Outcome)
            return $"outcome: {before.Outcome}\n     now: {after.Outcome}";
        if (before.State != after.State)
            return DescribeState(before.State.Split("; "), after.State.Split("; "));
        if (!Commands(before).SequenceEqual(Commands(after)))
            return $"commands: {string.Join("; ", Commands(before))}\n     now: {string.Join("; ", Commands(after))}";
        return CompareCalls(before, after);
    }

    /// <summary>
    /// Whether calls go on after the method has ended. Those that the original started and did not wait for at once may: it may
    /// never wait for them, and the method now ends sooner.
    /// </summary>
    /// <param name="before">The run of the original.</param>
    /// <param name="withoutFailure">Its run in which no call fails, and which so gets to the calls that a failure keeps from starting.</param>
    /// <param name="after">The other run.</param>
    public static string? CompareEnds(Observation before, Observation withoutFailure, Observation after) =>
        after.LeftRunning.Except(before.Overlapped).Except(withoutFailure.Overlapped).Except(before.LeftRunning).ToArray() is [_, ..] left
            ? $"still running when the method has ended: {string.Join("; ", left)}"
            : null;

    /// <summary>Where a call fails, calls that would not have been made may be made, if they are queries.</summary>
    private static string? CompareCalls(Observation before, Observation after)
    {
        var missing = Without(before, after);
        if (missing.Count > 0)
            return $"missing calls: {string.Join("; ", missing)}";
        if (before.AnyCallFailed || after.AnyCallFailed)
            return null;
        var extra = Without(after, before);
        if (extra.Count > 0)
            return $"extra calls: {string.Join("; ", extra)}";
        return after.End > before.End ? $"slower: {after.End}, before {before.End}" : null;
    }

    private static string DescribeState(string[] before, string[] after) =>
        $"state: {string.Join("; ", before.Except(after))}\n   now: {string.Join("; ", after.Except(before))}";

    private static IEnumerable<string> Commands(Observation run) => run.Calls.Where(call => call.IsCommand).Select(call => call.Key);

    /// <summary>The calls of one run that the other does not have, counting repetitions.</summary>
    private static List<string> Without(Observation run, Observation other)
    {
        var left = run.Calls.Select(call => call.Key).ToList();
        foreach (var call in other.Calls)
            left.Remove(call.Key);
        return left;
    }
}
