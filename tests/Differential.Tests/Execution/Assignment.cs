using System.Collections.Frozen;

namespace Pipeline.Differential.Execution;

/// <summary>One way a body's surroundings can behave: latencies, results and inputs follow from the seed, and these calls fail.</summary>
internal sealed record Assignment(ulong Seed, FrozenSet<string> Failing)
{
    /// <summary>No call alone takes longer.</summary>
    public const long LongestLatency = 1_000_000;

    /// <summary>Whether every call takes one unit of time.</summary>
    public bool IsUniform { get; init; }

    /// <summary>When the caller cancels: never, before the body starts, or later.</summary>
    public long? CanceledAt { get; init; }

    /// <summary>Whether every service goes on when it is canceled.</summary>
    public bool IgnoresTokens { get; init; }

    public static Assignment WithoutFailure(ulong seed) => new(seed, FrozenSet<string>.Empty);

    /// <summary>One call in eight is over before it returns.</summary>
    public long LatencyOf(string call)
    {
        if (IsUniform)
            return 1;
        var hash = Hash.Of(Seed, "latency " + call);
        return hash % 8 == 0 ? 0 : 1 + (long)(hash / 8 % LongestLatency);
    }

    public ulong Draw(string what) => Hash.Of(Seed, what);

    public override string ToString() =>
        $"seed {Seed}, failing: {(Failing.Count == 0 ? "none" : string.Join("; ", Failing.Order()))}"
        + $"{(CanceledAt is { } time ? $", canceled at {time}" : "")}{(IgnoresTokens ? ", tokens ignored" : "")}{(IsUniform ? ", each call takes 1" : "")}";
}
