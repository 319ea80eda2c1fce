using System.Collections.Frozen;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Comparing;

/// <summary>How a body behaves under many latencies, inputs and failures.</summary>
internal sealed class Trials
{
    private const int Seeds = 6;
    private const int MostExhausted = 3;
    private const int RandomSubsets = 5;

    private readonly List<(Assignment Assignment, Observation Observation, Observation WithoutFailure)> _runs = [];

    /// <summary>Runs the body with each seed: no failure, then each call failing alone, then some or all failing together.</summary>
    public Trials(Body body, int seed)
    {
        for (var i = 0; i < Seeds; i++)
        {
            var assignment = Assignment.WithoutFailure(Hash.Of((ulong)seed, (ulong)i));
            var plain = BodyRun.Of(body, assignment);
            _runs.Add((assignment, plain, plain));
            foreach (var failing in FailingSets([.. plain.Calls.Select(call => call.Key).Distinct()], new Choice(seed + i)))
            {
                var failure = assignment with { Failing = failing };
                _runs.Add((failure, BodyRun.Of(body, failure), plain));
            }
        }
    }

    public int Count => _runs.Count;

    /// <summary>The first assignment under which the other body behaves differently, and the difference.</summary>
    public Difference? FirstDifference(Body other, bool mayLeaveRunning = false)
    {
        foreach (var (assignment, before, withoutFailure) in _runs)
        {
            if (Compare(other, assignment, before, mayLeaveRunning ? null : withoutFailure) is { } difference)
                return new Difference(assignment, difference);
        }

        return null;
    }

    /// <summary>Whether the other body ended sooner in some run without a failure.</summary>
    public bool IsFaster(Body other) =>
        _runs.Any(run => !run.Observation.AnyCallFailed && BodyRun.Of(other, run.Assignment).End < run.Observation.End);

    private static string? Compare(Body other, Assignment assignment, Observation before, Observation? withoutFailure)
    {
        try
        {
            var after = BodyRun.Of(other, assignment);
            return Oracle.Compare(before, after) ?? (withoutFailure is null ? null : Oracle.CompareEnds(before, withoutFailure, after));
        }
        catch (Exception exception) when (exception is DeadlockException or RunawayException or InvalidOperationException)
        {
            return exception.Message;
        }
    }

    private static IEnumerable<FrozenSet<string>> FailingSets(IReadOnlyList<string> calls, Choice choice)
    {
        if (calls.Count <= MostExhausted)
        {
            return Enumerable.Range(1, (1 << calls.Count) - 1)
                .Select(bits => calls.Where((_, index) => (bits >> index & 1) == 1).ToFrozenSet());
        }

        return calls.Take(8).Select(call => new[] { call }.ToFrozenSet())
            .Concat(Enumerable.Range(0, RandomSubsets).Select(_ => calls.Where(_ => choice.Chance(35)).ToFrozenSet()));
    }
}
