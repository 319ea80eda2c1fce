namespace Pipeline.Traces;

/// <summary>What a caller does, to be done again: steps one after another, each with calls that overlap.</summary>
internal static class ReplayPlan
{
    /// <summary>The steps of a caller.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="groups">The calls that it makes, and those below its streams.</param>
    /// <param name="streams">The streams that it consumes.</param>
    /// <param name="change">What is changed.</param>
    /// <param name="dependences">Which call needs which; null where nothing is known.</param>
    public static IReadOnlyList<ReplayStep> Of(
        TracedCall caller, IReadOnlyList<CallGroup> groups, ReplayedStreams streams, WhatIf change, CallDependences? dependences)
    {
        if (groups is [])
            return [];
        if (change.RunsAllTogether(caller.Name) && Needed(caller, groups, dependences) is { } step)
            return [step];

        var (steps, then) = (new List<ReplayStep>(), Begin(caller));
        foreach (var (place, group) in groups.Index())
        {
            var members = group.Calls.Select(call => Member(call, group) with { Scale = streams.ScaleOf(call) });
            var next = new ReplayStep(Own(streams, then, group.Start), [.. members]);
            then = group.End;
            if (place > 0 && steps is [.., var last] && change.RunsTogether(caller.Name, groups[place - 1], group))
                steps[^1] = new(last.Gap + next.Gap, [.. last.Calls, .. next.Calls]);
            else
                steps.Add(next);
        }

        return steps;
    }

    /// <summary>What the caller does after the last of the calls that it waited for.</summary>
    public static TimeSpan Tail(TracedCall caller, IReadOnlyList<CallGroup> groups, ReplayedStreams streams) =>
        Own(streams, groups is [.., var last] ? last.End : Begin(caller), caller.End);

    /// <summary>When the caller had its slot.</summary>
    public static TimeSpan Begin(TracedCall caller) => caller.IsStream ? caller.Start : caller.Start + caller.QueueWait;

    /// <summary>One step in which each call begins when those have ended that it needs; null where they are not known.</summary>
    private static ReplayStep? Needed(TracedCall caller, IReadOnlyList<CallGroup> groups, CallDependences? dependences)
    {
        TracedCall[] calls = [.. groups.SelectMany(static group => group.Calls)];
        if (Awaited.Streams(caller).Any())
            return null;
        if (DependenceJoin.Of(caller, calls, dependences) is not { } joined)
            return null;

        var members = new List<ReplayedCall>();
        var (then, place) = (groups[0].Start, 0);
        foreach (var group in groups)
        {
            foreach (var call in group.Calls)
            {
                var before = group.Before(call);
                var own = Positive(before is null ? call.Start - then : call.Start - before.End);
                members.Add(new(call, [.. joined[place++].Needs.Select(need => calls[need])], own));
            }

            then = group.End;
        }

        return new(Positive(groups[0].Start - Begin(caller)), members);
    }

    /// <summary>What a caller does itself in a time; while it consumes a stream and nothing else, the stream does.</summary>
    private static TimeSpan Own(ReplayedStreams streams, TimeSpan from, TimeSpan to)
    {
        var time = Positive(to - from);
        return Positive(time + streams.Change(from, to));
    }

    private static ReplayedCall Member(TracedCall call, CallGroup group) => group.Before(call) is { } before
        ? new(call, [before], call.Start - before.End)
        : new(call, [], call.Start - group.Start);

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}

/// <summary>Calls that overlap, after something that the caller does itself.</summary>
/// <param name="Gap">How long the caller does something itself before.</param>
/// <param name="Calls">The calls; the step is over when all of them are.</param>
internal readonly record struct ReplayStep(TimeSpan Gap, IReadOnlyList<ReplayedCall> Calls);

/// <summary>A call of a step.</summary>
/// <param name="Call">The call.</param>
/// <param name="After">The calls of the step that it waits for; none for the beginning of the step.</param>
/// <param name="Offset">How long after these it begins.</param>
internal readonly record struct ReplayedCall(TracedCall Call, IReadOnlyList<TracedCall> After, TimeSpan Offset)
{
    /// <summary>How long it takes, against what it took, for what runs it; 0 where it is not made.</summary>
    public double Scale { get; init; } = 1;
}
