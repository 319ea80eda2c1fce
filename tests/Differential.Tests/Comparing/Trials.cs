using System.Collections.Frozen;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Comparing;

/// <summary>How a body behaves under many latencies, inputs, failures and cancellations.</summary>
internal sealed class Trials
{
    private const int Seeds = 6;
    private const int MostExhausted = 3;
    private const int RandomSubsets = 5;
    private const int FewestRepetitions = 3;

    private readonly List<(Assignment Assignment, Observation Observation, Observation WithoutFailure)> _runs = [];
    private readonly IReadOnlySet<string> _questions;

    /// <summary>Runs the body with each seed: no failure, then each call failing alone, some or all failing together, and canceled.</summary>
    /// <param name="body">The original.</param>
    /// <param name="questions">The calls it repeats in the same words.</param>
    /// <param name="seed">Where to begin.</param>
    public Trials(Body body, IReadOnlySet<string> questions, int seed)
    {
        _questions = questions;
        for (var i = 0; i < Seeds; i++)
        {
            var assignment = Assignment.WithoutFailure(Hash.Of((ulong)seed, (ulong)i));
            var plain = BodyRun.Of(body, assignment);
            _runs.Add((assignment, plain, plain));
            foreach (var other in Others(assignment, plain, new Choice(seed + i)))
                _runs.Add((other, BodyRun.Of(body, other), plain));
            AddUnnoticed(body, assignment);
        }
    }

    /// <summary>The first assignment under which the other body behaves differently, and the difference.</summary>
    public Difference? FirstDifference(Body other, bool mayLeaveRunning = false)
    {
        var repeated = new List<(string Question, bool AtOnce)>();
        foreach (var (assignment, before, withoutFailure) in _runs)
        {
            if (Compare(other, assignment, before, mayLeaveRunning ? null : withoutFailure, out var after) is { } difference)
                return new Difference(assignment, difference);
            if (ReferenceEquals(before, withoutFailure))
                repeated.AddRange(RepeatedIn(before, assignment).Select(key => (key.Split('(')[0], after!.AskedAtOnce.Contains(key))));
        }

        return repeated.GroupBy(run => run.Question).FirstOrDefault(same => same.Count() >= FewestRepetitions && same.All(run => run.AtOnce)) is { } asked
            ? new Difference(_runs[0].Assignment, $"asked twice at once: {asked.Key}")
            : null;
    }

    /// <summary>Where the later of two bodies takes longer than the other although every call takes as long.</summary>
    public string? FirstLonger(Body shorter, Body longer)
    {
        foreach (var assignment in _runs.Where(run => ReferenceEquals(run.Observation, run.WithoutFailure)).Select(run => run.Assignment with { IsUniform = true }))
        {
            var (most, taken) = (BodyRun.Of(shorter, assignment).End, BodyRun.Of(longer, assignment).End);
            if (taken > most)
                return $"{taken} calls in sequence, not {most} ({assignment})";
        }

        return null;
    }

    /// <summary>Whether the other body ended sooner in some run without a failure.</summary>
    public bool IsFaster(Body other) =>
        _runs.Any(run => !run.Observation.AnyCallFailed && BodyRun.Of(other, run.Assignment).End < run.Observation.End);

    private static string? Compare(Body other, Assignment assignment, Observation before, Observation? withoutFailure, out Observation? after)
    {
        after = null;
        try
        {
            after = BodyRun.Of(other, assignment);
            return Oracle.Compare(before, after) ?? (withoutFailure is null ? null : Oracle.CompareEnds(before, withoutFailure, after));
        }
        catch (Exception exception) when (exception is DeadlockException or RunawayException or InvalidOperationException)
        {
            return exception.Message;
        }
    }

    private static IEnumerable<Assignment> Others(Assignment assignment, Observation plain, Choice choice)
    {
        foreach (var failing in FailingSets([.. plain.Calls.Select(call => call.Key).Distinct()], choice))
            yield return assignment with { Failing = failing };
        yield return assignment with { CanceledAt = 0 };
    }

    /// <summary>Cancellations that no service looks at. Where the body does not either, nothing may.</summary>
    private void AddUnnoticed(Body body, Assignment assignment)
    {
        var deaf = assignment with { IgnoresTokens = true };
        var plain = BodyRun.Of(body, deaf);
        foreach (var time in new[] { 0, plain.End / 2 })
        {
            var canceled = deaf with { CanceledAt = time };
            var run = BodyRun.Of(body, canceled);
            if (Oracle.Compare(plain, run) is null)
                _runs.Add((canceled, run, plain));
        }
    }

    /// <summary>The questions that were asked again, each time after the answer.</summary>
    private IEnumerable<string> RepeatedIn(Observation run, Assignment assignment) => run.Calls
        .CountBy(call => call.Key)
        .Where(same => same.Value > 1 && _questions.Contains(same.Key.Split('(')[0]) && !run.AskedAtOnce.Contains(same.Key) && assignment.LatencyOf(same.Key) > 0)
        .Select(same => same.Key);

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
