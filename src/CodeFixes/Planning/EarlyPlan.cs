namespace Pipeline.CodeFixes.Planning;

/// <summary>Which calls of a group start right away and which wait for what, and where the statements between them go.</summary>
internal sealed class EarlyPlan
{
    /// <summary>The calls in source order.</summary>
    public required IReadOnlyList<EarlyCall> Calls { get; init; }

    /// <summary>The statements that must come before the first call starts, in source order.</summary>
    public required IReadOnlyList<ScheduleItem> Before { get; init; }

    /// <summary>The statements behind the join, in source order.</summary>
    public required IReadOnlyList<ScheduleItem> Behind { get; init; }

    /// <summary>The statements that receive results where the calls are awaited one by one, in source order.</summary>
    public required IReadOnlyList<ScheduleItem> Receiving { get; init; }

    /// <summary>The calls that are joined: all but those made in the function of another.</summary>
    public IEnumerable<EarlyCall> Joined => Calls.Where(static call => !call.IsFolded);

    /// <summary>Whether another function than its own waits for the call.</summary>
    public bool IsWaitedFor(EarlyCall call) => Calls.Any(other => other.Inputs.Contains(call) && other.Function != call.Index);
}
