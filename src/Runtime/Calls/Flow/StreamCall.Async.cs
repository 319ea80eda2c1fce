namespace Pipeline.Calls;

internal sealed partial class StreamCall<TProxy, TArgs, TItem> : IAsyncDisposable
{
    private IAsyncEnumerator<TItem>? _items;
    private Task _step = Task.CompletedTask;

    /// <summary>The item that the last step has come to.</summary>
    public TItem Current { get; private set; } = default!;

    /// <summary>Takes the next step. It begins where the consumer is by then.</summary>
    public Task<bool> MoveNextAsync()
    {
        var answer = BeginAnswer();
        if (IsAbandonable)
            ObserveCaller();
        _step = StepAsync(CallContext.Current).AsTask();
        return answer;
    }

    /// <summary>Ends the stream; a step that was given up ends it later.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_step.IsCompleted)
        {
            await EndAsync(null).ConfigureAwait(false);
            return;
        }

        TaskObserver.Observe(EndAfterAsync(_step));
        EndObservation();
    }

    private async ValueTask StepAsync(CallContext consumer)
    {
        Exception? failure = null;
        var hasMoved = false;
        try
        {
            Context.Enter();
            Observe();
            Context.HeldUp = consumer is { Service: "" } ? null : consumer;
            ThrowIfGivenUp();
            if (IsAbandonable)
                CallersToken.ThrowIfCancellationRequested();
            hasMoved = (_isBegun || await BeginAsync().ConfigureAwait(false)) && await MoveAsync().ConfigureAwait(false);
            if (!hasMoved)
                await LeavePassagesAsync(null).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = await LeavePassagesQuietlyAsync(exception).ConfigureAwait(false);
        }

        Context.HeldUp = null;
        if (hasMoved)
            Observation?.AddItem();
        if (!TryClaimAnswer())
            return;

        var other = failure is not null || IsGivenUp ? Replace(failure) : null;
        Answer(hasMoved, other ?? failure);
    }

    /// <summary>Enters what is entered once for the stream; false if a stage has ended without going on.</summary>
    private async ValueTask<bool> BeginAsync()
    {
        _isBegun = true;
        var stages = Route.Stages;
        for (; _entered < stages.Length; _entered++)
        {
            if (stages[_entered] is WrappingStage wrapping)
            {
                var passage = new StreamPassage();
                _passages.Add(passage);
                if (!await passage.EnterAsync(wrapping.InvokeAsync(this, _entered + 1)).ConfigureAwait(false))
                    return false;
            }
            else if (!stages[_entered].IsPerStep)
            {
                await stages[_entered].EnterAsync(this).ConfigureAwait(false);
            }
        }

        return true;
    }

    private async ValueTask<bool> MoveAsync()
    {
        var stages = Route.Stages;
        var entered = 0;
        try
        {
            for (; entered < stages.Length; entered++)
            {
                if (stages[entered].IsPerStep)
                    await stages[entered].EnterAsync(this).ConfigureAwait(false);
            }

            IsAdmitted = true;
            _items ??= Route.Target.StreamAsync(this, _endpoint, _args);
            if (!await _items.MoveNextAsync().ConfigureAwait(false))
                return false;

            Current = _items.Current;
            return true;
        }
        finally
        {
            LeaveSteps(entered);
        }
    }

    private async Task EndAfterAsync(Task step)
    {
        await step.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndAsync(null).ConfigureAwait(false);
    }

    private async ValueTask EndAsync(Exception? failure)
    {
        if (_isEnded)
            return;

        _isEnded = true;
        try
        {
            Context.Enter();
            Observation?.Enter();
            if (_items is not null)
                await _items.DisposeAsync().ConfigureAwait(false);
            await LeavePassagesAsync(failure).ConfigureAwait(false);
        }
        finally
        {
            LeaveStream();
        }
    }

    private async ValueTask LeavePassagesAsync(Exception? failure)
    {
        for (; _passages is [.., var passage]; _passages.RemoveAt(_passages.Count - 1))
            await passage.LeaveAsync(failure).ConfigureAwait(false);
    }

    /// <summary>Lets the stages that wrap the stream see its failure, for which another may come out of them.</summary>
    private async ValueTask<Exception> LeavePassagesQuietlyAsync(Exception failure)
    {
        while (_passages is [.., var passage])
        {
            _passages.RemoveAt(_passages.Count - 1);
            try
            {
                await passage.LeaveAsync(failure).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }

        return failure;
    }
}
