namespace Pipeline.Calls;

internal sealed partial class AnswerCall<TProxy, TArgs, TResult>
{
    /// <summary>Runs the call on this thread. A body that its deadline has ended is waited for, and its result is too late.</summary>
    public TResult Run()
    {
        RunHere(0);
        return _result;
    }

    private void RunHere(int stage)
    {
        var caller = CallContext.Current;
        Exception? late;
        try
        {
            Context.Enter();
            BeginObservation();
            Pass(stage);
            late = IsGivenUp || Context.Deadline is { HasExpired: true } ? Replace(null) : null;
        }
        catch (Exception exception) when (Replace(exception) is { } other)
        {
            throw other;
        }
        finally
        {
            Close();
            EndObservation();
            caller.Enter();
            LeaveObservation();
        }

        if (late is not null)
            throw late;
    }

    private void Pass(int stage)
    {
        var stages = Route.Stages;
        var entered = stage;
        try
        {
            for (; entered < stages.Length; entered++)
            {
                if (stages[entered] is WrappingStage wrapping)
                {
                    Finish(wrapping.InvokeAsync(this, entered + 1), wrapping);
                    return;
                }

                Finish(stages[entered].EnterAsync(this), stages[entered]);
            }

            _result = Route.Target.Invoke(this, _endpoint, _args);
        }
        finally
        {
            while (--entered >= stage)
                stages[entered].Leave(this);
        }
    }
}
