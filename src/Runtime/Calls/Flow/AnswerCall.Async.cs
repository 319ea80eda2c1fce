namespace Pipeline.Calls;

internal sealed partial class AnswerCall<TProxy, TArgs, TResult>
{
    /// <summary>Starts the call on the async view.</summary>
    public Task<TResult> StartAsync()
    {
        var answer = BeginAnswer();
        if (IsAbandonable)
            ObserveCaller();
        Forget(RunAsync(stage: 0, isWhole: true));
        return answer;
    }

    /// <inheritdoc/>
    public override ValueTask PassAsync(int stage)
    {
        if (!IsBlocking)
            return RunAsync(stage, isWhole: false);

        try
        {
            Pass(stage);
            return default;
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
    }

    /// <inheritdoc/>
    public override Task StartAttemptAsync(int stage)
    {
        if (IsBlocking)
        {
            JoinOrigin();
            RunHere(stage);
            return Task.CompletedTask;
        }

        var answer = BeginAnswer();
        JoinOrigin();
        if (IsAbandonable)
            ObserveCaller();
        Forget(RunAsync(stage, isWhole: true));
        return answer;
    }

    // Runs on when the caller has been answered already, so that what the body holds is given back when it ends.
    private async ValueTask RunAsync(int stage, bool isWhole)
    {
        var entered = stage;
        Exception? failure = null;
        Task<TResult>? body = null;
        try
        {
            if (isWhole)
            {
                Context.Enter();
                BeginObservation();
                if (IsAbandonable)
                    CallersToken.ThrowIfCancellationRequested();
            }

            for (; entered < Route.Stages.Length; entered++)
            {
                if (Route.Stages[entered] is WrappingStage wrapping)
                {
                    await wrapping.InvokeAsync(this, entered + 1).ConfigureAwait(false);
                    break;
                }

                await Route.Stages[entered].EnterAsync(this).ConfigureAwait(false);
            }

            if (entered == Route.Stages.Length)
            {
                body = Route.Target.InvokeAsync(this, _endpoint, _args);
                if (!body.IsCompletedSuccessfully)
                    await ((Task)body).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _result = body.GetAwaiter().GetResult();
            }
        }
        catch (Exception exception) when (isWhole)
        {
            failure = exception;
        }
        finally
        {
            while (--entered >= stage)
                Route.Stages[entered].Leave(this);
        }

        if (isWhole)
            Complete(failure, body?.Exception);
    }

    // It never throws, and answers by itself.
    private static void Forget(ValueTask running) => _ = running;

    /// <param name="failure">What came out of the call, or null.</param>
    /// <param name="several">All that the body has failed with: an await alone keeps the first failure only.</param>
    private void Complete(Exception? failure, AggregateException? several)
    {
        if (!TryClaimAnswer())
        {
            Close();
            return;
        }

        var other = failure is not null || IsGivenUp ? Replace(failure) : null;
        var seen = other ?? failure;
        Close();
        EndObservation();
        Answer(_result, seen, other is null && several is { InnerExceptions.Count: > 1 } && several.InnerException == seen
            ? several.InnerExceptions
            : null);
    }
}
