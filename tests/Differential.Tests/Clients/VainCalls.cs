using System.Collections.Frozen;
using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Clients;

/// <summary>
/// Compares a body with one that starts a call before a check: where the check fails, the call may have been made in vain.
/// </summary>
internal static class VainCalls
{
    private const int Seeds = 6;

    /// <summary>The first difference in words, or null; and how often the check failed.</summary>
    public static (string? Difference, int Vain) Compare(Body original, Body early)
    {
        int vain = 0;
        foreach (var assignment in Enumerable.Range(1, Seeds).SelectMany(seed => Assignments(original, seed)))
        {
            var (before, after) = (BodyRun.Of(original, assignment), BodyRun.Of(early, assignment));
            vain += before.Threw && after.Calls.Count > before.Calls.Count ? 1 : 0;
            if (Find(before, after) is { } difference)
                return ($"{difference}\n({assignment})", vain);
        }

        return (null, vain);
    }

    private static IEnumerable<Assignment> Assignments(Body original, int seed)
    {
        var plain = Assignment.WithoutFailure(Hash.Of((ulong)seed, 1));
        var calls = BodyRun.Of(original, plain).Calls.Select(static call => call.Key).Distinct().ToArray();
        return calls.Select(call => plain with { Failing = FrozenSet.Create(call) }).Prepend(plain);
    }

    private static string? Find(Observation before, Observation after)
    {
        if (before.Outcome != after.Outcome)
            return $"outcome: {before.Outcome}\n     now: {after.Outcome}";
        if (before.State != after.State)
            return $"state: {before.State}\n   now: {after.State}";
        var left = after.Calls.ToList();
        string[] missing =
            [.. before.Calls.Where(call => !left.Remove(left.Find(other => other.Key == call.Key)!)).Select(static call => call.Key)];
        if (missing.Length > 0)
            return $"missing calls: {string.Join("; ", missing)}";
        string[] extra = [.. left.Where(call => call.IsCommand || !before.Threw).Select(static call => call.Key)];
        if (extra.Length > 0)
            return $"extra calls: {string.Join("; ", extra)}";
        return !before.Threw && after.End > before.End ? $"slower: {after.End}, before {before.End}" : null;
    }
}
