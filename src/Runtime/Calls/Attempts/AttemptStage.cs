namespace Pipeline.Calls;

/// <summary>Calls an API again where a failure may pass, beside a slow attempt, and not at all while its circuit is open.</summary>
/// <param name="options">What is configured.</param>
/// <param name="circuit">The circuit breaker, or null.</param>
/// <param name="isRepeatable">Whether the API may run more than once; otherwise only what was never sent is tried again.</param>
/// <param name="transient">The failures that may pass.</param>
internal sealed partial class AttemptStage(
    ResilienceOptions options, Circuit? circuit, bool isRepeatable, TransientFailures transient) : WrappingStage
{
    /// <inheritdoc/>
    public override ValueTask InvokeAsync(Call call, int rest)
    {
        call.IsInAttempts = true;
        if (call.IsBlocking)
            return RetryHere(call, rest);

        return options.Hedging is { } hedging && isRepeatable ? HedgeAsync(call, rest, hedging) : RetryAsync(call, rest);
    }

    private async ValueTask RetryAsync(Call call, int rest)
    {
        for (var attempt = 1; ; attempt++)
        {
            circuit?.Enter();
            try
            {
                call.TakeResult(await TryAsync(call, attempt, rest).ConfigureAwait(false));
                return;
            }
            catch (Exception failure) when (PauseAfter(failure, call, attempt) is { } pause)
            {
                await PauseAsync(pause, call).ConfigureAwait(false);
            }
        }
    }

    private ValueTask RetryHere(Call call, int rest)
    {
        for (var attempt = 1; ; attempt++)
        {
            circuit?.Enter();
            try
            {
                call.TakeResult(TryHere(call, attempt, rest));
                return default;
            }
            catch (Exception failure) when (PauseAfter(failure, call, attempt) is { } pause)
            {
                // As an await would throw it.
                PauseAsync(pause, call).GetAwaiter().GetResult();
            }
        }
    }

    private Task<Call> TryAsync(Call call, int number, int rest) => EndAsync(call.CreateAttempt(number), rest);

    private Call TryHere(Call call, int number, int rest)
    {
        var attempt = call.CreateAttempt(number);
        try
        {
            attempt.StartAttemptAsync(rest).GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            circuit?.Report(OutcomeOf(failure, attempt), failure);
            throw;
        }

        circuit?.Report(CallOutcome.Succeeded, null);
        return attempt;
    }

    private async Task<Call> EndAsync(Call attempt, int rest)
    {
        try
        {
            await attempt.StartAttemptAsync(rest).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            circuit?.Report(OutcomeOf(failure, attempt), failure);
            throw;
        }

        circuit?.Report(CallOutcome.Succeeded, null);
        return attempt;
    }

    private CallOutcome OutcomeOf(Exception failure, Call attempt) =>
        FailureKinds.IsRefusal(failure) || (failure is OperationCanceledException && attempt.WasEnded) ? CallOutcome.Undecided
        : transient.Contain(failure) ? CallOutcome.Failed
        : CallOutcome.Succeeded;

    /// <summary>How long to wait before the next attempt; null where there is to be none.</summary>
    private TimeSpan? PauseAfter(Exception failure, Call call, int attempt)
    {
        var retry = options.Retry ?? (options.Hedging is { } hedging
            ? new RetryOptions { MaxRetryAttempts = hedging.MaxHedgedAttempts, Delay = TimeSpan.Zero }
            : null);
        if (retry is null || attempt > retry.MaxRetryAttempts || !IsWorthAnother(failure, call))
            return null;

        var pause = RetryPause.Of(retry, attempt, failure, Random.Shared.NextDouble());
        if (call.Context.Remaining <= pause)
            return null;

        call.Context.Deadline?.Note(failure);
        return pause;
    }

    // The log says so once the time runs.
    private static Task PauseAsync(TimeSpan pause, Call call)
    {
        var passed = Task.Delay(pause, call.Route.Time, call.Token);
        CallLog.TryingAgain(call.Route.Logger, call.Context.Path, call.Context.Api, pause.TotalMilliseconds);
        return passed;
    }

    private bool IsWorthAnother(Exception failure, Call call) =>
        !call.IsGivenUp
        && !call.CallersToken.IsCancellationRequested
        && !FailureKinds.IsRefusal(failure)
        && (isRepeatable ? transient.Contain(failure) : FailureKinds.WasNeverSent(failure));
}
