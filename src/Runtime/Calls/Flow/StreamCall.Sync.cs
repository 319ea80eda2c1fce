namespace Pipeline.Calls;

internal sealed partial class StreamCall<TProxy, TArgs, TItem> : IDisposable
{
    private IEnumerator<TItem>? _itemsHere;

    /// <summary>Takes the next step on this thread.</summary>
    public bool MoveNext()
    {
        var consumer = CallContext.Current;
        Exception? late;
        bool hasMoved;
        try
        {
            Context.Enter();
            Observe();
            Context.HeldUp = consumer is { Service: "" } ? null : consumer;
            ThrowIfGivenUp();
            hasMoved = (_isBegun || Begin()) && Move();
            if (hasMoved)
                Observation?.AddItem();
            else
                LeavePassages(null);
            late = IsGivenUp || Context.Deadline is { HasExpired: true } ? Replace(null) : null;
        }
        catch (Exception exception)
        {
            var failure = LeavePassagesQuietly(exception);
            if (Replace(failure) is { } other)
                throw other;
            if (failure != exception)
                throw failure;
            throw;
        }
        finally
        {
            Context.HeldUp = null;
            consumer.Enter();
            LeaveObservation();
        }

        return late is null ? hasMoved : throw late;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isEnded)
            return;

        _isEnded = true;
        var consumer = CallContext.Current;
        try
        {
            Context.Enter();
            Observation?.Enter();
            _itemsHere?.Dispose();
            LeavePassages(null);
        }
        finally
        {
            LeaveStream();
            consumer.Enter();
            LeaveObservation();
        }
    }

    private bool Begin()
    {
        _isBegun = true;
        var stages = Route.Stages;
        for (; _entered < stages.Length; _entered++)
        {
            if (stages[_entered] is WrappingStage wrapping)
            {
                var passage = new StreamPassage();
                _passages.Add(passage);
                var reached = passage.EnterAsync(wrapping.InvokeAsync(this, _entered + 1));
                if (!reached.IsCompleted)
                    throw wrapping.CreatePendingException();
                if (!reached.GetAwaiter().GetResult())
                    return false;
            }
            else if (!stages[_entered].IsPerStep)
            {
                Finish(stages[_entered].EnterAsync(this), stages[_entered]);
            }
        }

        return true;
    }

    private bool Move()
    {
        var stages = Route.Stages;
        var entered = 0;
        try
        {
            for (; entered < stages.Length; entered++)
            {
                if (stages[entered].IsPerStep)
                    Finish(stages[entered].EnterAsync(this), stages[entered]);
            }

            IsAdmitted = true;
            _itemsHere ??= Route.Target.Stream(this, _endpoint, _args);
            if (!_itemsHere.MoveNext())
                return false;

            Current = _itemsHere.Current;
            return true;
        }
        finally
        {
            LeaveSteps(entered);
        }
    }

    private void LeavePassages(Exception? failure)
    {
        while (_passages is [.., var passage])
        {
            _passages.RemoveAt(_passages.Count - 1);
            var stage = passage.LeaveAsync(failure);
            if (!stage.IsCompleted)
                throw Route.Stages.OfType<WrappingStage>().Last().CreatePendingException();
            stage.GetAwaiter().GetResult();
        }
    }

    private Exception LeavePassagesQuietly(Exception failure)
    {
        try
        {
            LeavePassages(failure);
            return failure;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
