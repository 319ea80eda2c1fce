namespace Pipeline.Calls;

internal sealed partial class AnswerCall<TProxy, TArgs, TResult>
{
    private AggregateException? _several;

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
        var stages = Route.Stages;
        var entered = stage;
        Exception? failure = null;
        try
        {
            if (isWhole)
            {
                Context.Enter();
                BeginObservation();
                if (IsAbandonable)
                    CallersToken.ThrowIfCancellationRequested();
            }

            for (; entered < stages.Length; entered++)
            {
                if (stages[entered] is WrappingStage wrapping)
                {
                    await wrapping.InvokeAsync(this, entered + 1).ConfigureAwait(false);
                    break;
                }

                await stages[entered].EnterAsync(this).ConfigureAwait(false);
            }

            if (entered == stages.Length)
                await RunBodyAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (isWhole)
        {
            failure = exception;
        }
        finally
        {
            while (--entered >= stage)
                stages[entered].Leave(this);
        }

        if (isWhole)
            Complete(failure);
    }

    // It never throws, and answers by itself.
    private static void Forget(ValueTask running) => _ = running;

    private async ValueTask RunBodyAsync()
    {
        var body = Route.Target.InvokeAsync(this, _endpoint, _args);
        if (body.IsCompletedSuccessfully)
        {
            _result = body.Result;
            return;
        }

        await ((Task)body).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // What the service gathered stays gathered: an await alone would keep the first failure only.
        if (body.Exception is { InnerExceptions.Count: > 1 } several)
            _several = several;
        _result = await body.ConfigureAwait(false);
    }

    private void Complete(Exception? failure)
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
        Answer(_result, seen, other is null && seen is not null && _several?.InnerException == seen ? _several.InnerExceptions : null);
    }
}
