namespace Pipeline.Traces;

/// <summary>The calls that their caller waited for.</summary>
internal static class Awaited
{
    /// <summary>Those that had ended when the caller did, without attempts that lost and without streams, in their order.</summary>
    public static IEnumerable<TracedCall> By(TracedCall caller) =>
        caller.Calls.Where(call => !call.IsStream && IsAwaited(call, caller));

    /// <summary>The streams, whose time goes on while their consumer does something else.</summary>
    public static IEnumerable<TracedCall> Streams(TracedCall caller) =>
        caller.Calls.Where(call => call.IsStream && IsAwaited(call, caller));

    // What ends after its caller was left running: nobody waited for it.
    private static bool IsAwaited(TracedCall call, TracedCall caller) => call.End <= caller.End && call.CanceledBy is not "hedge";
}
