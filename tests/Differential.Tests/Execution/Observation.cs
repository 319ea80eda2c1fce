namespace Pipeline.Differential.Execution;

/// <summary>Everything about one run that anybody but a clock-maker could notice, and the clock.</summary>
internal sealed record Observation
{
    /// <summary>The rendered result, or the exception's type and message.</summary>
    public required string Outcome { get; init; }

    public required bool Threw { get; init; }

    public required IReadOnlyList<Call> Calls { get; init; }

    /// <summary>The fields of the object, the statics of its type, the arguments, and the services' own state.</summary>
    public required string State { get; init; }

    /// <summary>The virtual time at which the method's task ended.</summary>
    public required long End { get; init; }

    /// <summary>Calls that were still running when the method's task ended.</summary>
    public required IReadOnlyList<string> LeftRunning { get; init; }

    /// <summary>Calls during which another one started.</summary>
    public required IReadOnlySet<string> Overlapped { get; init; }

    /// <summary>The questions that were asked again before they were answered.</summary>
    public required IReadOnlySet<string> AskedAtOnce { get; init; }

    public bool AnyCallFailed => Calls.Any(call => call.Failed);
}
