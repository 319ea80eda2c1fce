namespace Pipeline.Traces;

/// <summary>The calls that their caller waited for.</summary>
internal static class Awaited
{
    /// <summary>
    /// Those that had ended when the caller did, or that it waited for when it was ended itself, without streams, in their order.
    /// </summary>
    public static IEnumerable<TracedCall> By(TracedCall caller, bool isCut = false) =>
        caller.Calls.Where(call => !call.IsStream && IsAwaited(call, caller, isCut));

    /// <summary>The streams, whose time goes on while their consumer does something else.</summary>
    public static IEnumerable<TracedCall> Streams(TracedCall caller, bool isCut = false) =>
        caller.Calls.Where(call => call.IsStream && IsAwaited(call, caller, isCut));

    /// <summary>Those that ran on, or whose answer was not wanted any more: how long they take does not matter to their caller.</summary>
    public static IEnumerable<TracedCall> LeftRunning(TracedCall caller) =>
        caller.Calls.Where(call => call.End > caller.End || !IsAwaited(call, caller, isCut: false));

    /// <summary>Until when the caller waited for the call.</summary>
    public static TimeSpan EndOf(TracedCall call, TracedCall caller) => call.End < caller.End ? call.End : caller.End;

    /// <summary>Whether something else ended the call, so that what it waited for then may have run on.</summary>
    public static bool IsEnded(TracedCall call) => call.CanceledBy is not (null or LostAttempt);

    private const string LostAttempt = "hedge";
    private const string ByCaller = "caller";

    // What ends after its caller was left running: nobody waited for it.
    private static bool IsAwaited(TracedCall call, TracedCall caller, bool isCut) =>
        call.CanceledBy is not LostAttempt
        && (call.End <= caller.End || ((isCut || IsEnded(caller)) && call.Start < caller.End))
        && !(call.CanceledBy is ByCaller && IsDecidedByAnother(call, caller));

    /// <summary>
    /// Whether the caller canceled the call since another had ended: a gather that fails fast, or wants the first answer. Where the caller
    /// was ended itself, it is one or the other, whichever is nearer.
    /// </summary>
    private static bool IsDecidedByAnother(TracedCall call, TracedCall caller) => caller.Calls.Any(
        other => other != call && other.CanceledBy is not ByCaller && other.End > call.Start && other.End <= call.End
            && (!IsEnded(caller) || call.End - other.End < caller.End - call.End));
}
