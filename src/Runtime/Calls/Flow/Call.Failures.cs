namespace Pipeline.Calls;

internal abstract partial class Call
{
    /// <summary>Whether a cancellation that came out of the call was asked for: by its caller, a deadline, or a better attempt.</summary>
    public bool WasEnded => Ending is not null || CallersToken.IsCancellationRequested || _origin is { WasEnded: true };

    /// <summary>
    /// Says where the call failed, and writes it to the log; once for each failure, by the innermost call that it came out of.
    /// </summary>
    private void Note(Exception failure, bool wasEnded)
    {
        // A later attempt's failure goes on to the call that it is an attempt of.
        var next = _origin?.Context ?? Context.Caller;
        if (CallFailure.TryPassOn(failure, Context, next))
            return;

        var where = new CallFailure(Context.Path, Context.Service, Context.Api, Context.Attempt, Context.Elapsed);
        where.Attach(failure, next);
        if (RefusalReason.Of(failure) is { } reason)
            Route.Telemetry.CountRejection(reason);
        if (!Route.LogsFailures || (failure is OperationCanceledException && wasEnded))
            return;

        if (failure is ServiceOverloadedException or ServiceUnavailableException { MayHaveRun: false })
            Route.Refusals.Note(ExceptionText.Message(failure));
        else
            CallLog.Failed(Route.Logger, failure, where.Path, where.Api, where.Attempt, where.Elapsed.TotalMilliseconds);
    }
}
