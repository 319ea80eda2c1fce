namespace Pipeline.Calls;

/// <summary>A call whose caller awaits an answer: a result, or whether a stream has another item.</summary>
internal abstract class Call<TAnswer> : Call, IThreadPoolWorkItem
{
    private TaskCompletionSource<TAnswer>? _answer;

    protected Call(CallRoute route, bool isBlocking, bool takesToken, CancellationToken callersToken)
        : base(route, isBlocking, takesToken, callersToken)
    {
    }

    protected Call(Call origin, int attempt)
        : base(origin, attempt)
    {
    }

    /// <summary>Answers the caller that <see cref="CallEnding"/> has ended the call.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        if (_answer is null || !TryClaimAnswer())
            return;

        // Only now: a step that began in between has an answer of its own.
        var answer = _answer;
        var exception = Replace(null)!;
        Context.EndInLedger();
        if (!Route.IsStream)
            EndObservation();
        Fail(answer, exception);
    }

    // The caller's code must not run inside a cancellation, nor on the timer of the deadline.
    protected override void AnswerEarly() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>What the caller awaits from now on.</summary>
    protected Task<TAnswer> BeginAnswer()
    {
        _answer = new TaskCompletionSource<TAnswer>();
        AwaitAnswer();
        return _answer.Task;
    }

    /// <summary>Gives the answer that has been claimed.</summary>
    protected void Answer(TAnswer answer, Exception? failure, IEnumerable<Exception>? all = null)
    {
        if (failure is null)
            _answer!.TrySetResult(answer);
        else if (all is null)
            Fail(_answer!, failure);
        else
            _answer!.TrySetException(all);
    }

    private void Fail(TaskCompletionSource<TAnswer> answer, Exception exception)
    {
        if (exception is OperationCanceledException)
            answer.TrySetFromTask(FailedTask.Of<TAnswer>(exception));
        else
            answer.TrySetException(exception);

        // Nobody may be waiting for an attempt any more.
        if (IsAttempt)
            _ = answer.Task.Exception;
    }
}
