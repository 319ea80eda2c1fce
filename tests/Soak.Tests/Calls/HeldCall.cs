namespace Pipeline.Soak.Calls;

/// <summary>One call, where the model says it stands, and what it has come to.</summary>
internal sealed class HeldCall(int id, HeldCallKind kind, long? due, Task<int> answer, CancellationTokenSource caller)
{
    public int Id => id;

    public HeldCallKind Kind => kind;

    /// <summary>When its time is up.</summary>
    public long? Due => due;

    public Task<int> Answer => answer;

    /// <summary>How it must have ended, or null while it must not.</summary>
    public HeldCallEnd? End { get; set; }

    /// <summary>Whether its body must be running.</summary>
    public bool IsRunning { get; set; }

    public bool HasGivenUp => caller.IsCancellationRequested;

    /// <summary>Whether it comes through the other service.</summary>
    public bool Passes => kind is HeldCallKind.Pass or HeldCallKind.PassBlindly;

    /// <summary>Whether canceling the body's token by the caller ends the body.</summary>
    public bool HeedsItsCaller => kind is HeldCallKind.Work or HeldCallKind.Pass;

    /// <summary>Whether the body ends when the time is up.</summary>
    public bool HeedsItsDeadline => HeedsItsCaller || kind is HeldCallKind.PassBlindly;

    /// <summary>Whether the caller gets the answer of a service that has been told to stop, rather than none.</summary>
    public bool WaitsForItsBody => kind is HeldCallKind.Work or HeldCallKind.WorkOn or HeldCallKind.Pass;

    public void GiveUp() => caller.Cancel();

    /// <summary>Checks the answer of a call that has ended.</summary>
    public void Check(CallSize size)
    {
        var failure = Gather.FailuresOf(answer) is [var first, ..] ? first : null;
        var isAsExpected = End switch
        {
            HeldCallEnd.Answered => failure is null && answer.Result == id,
            // A call given up before its deadline may end by either, whichever its service hears of first.
            HeldCallEnd.Canceled => failure is ServiceTimeoutException
                || (failure is OperationCanceledException canceled && canceled.CancellationToken == caller.Token),
            HeldCallEnd.TimedOut => failure is ServiceTimeoutException late && late.Budget.TotalMilliseconds == size.TimeoutOf(kind),
            HeldCallEnd.TurnedAway => failure is ServiceOverloadedException overload
                && (overload.Running, overload.Waiting) == (size.Concurrency, size.QueueLimit),
            _ => false,
        };
        Assert.That(isAsExpected, $"{this}, but: {failure}");
    }

    public override string ToString() => $"{kind} {id}, due {due}: {End?.ToString() ?? (IsRunning ? "runs" : "waits")}";
}
