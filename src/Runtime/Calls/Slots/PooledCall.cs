namespace Pipeline.Calls;

/// <summary>A sync body that runs on the thread pool, in a slot that it waits for first where it is given any.</summary>
internal abstract class PooledCall<TResult> : SlotWaiter, IThreadPoolWorkItem
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly TaskCompletionSource<TResult> _answer;
    private CancellationTokenRegistration _cancellation;

    // The caller's code must not run inside someone's Cancel().
    protected PooledCall(CancellationToken cancellationToken)
    {
        IsRefusable = false;
        _answer = new(cancellationToken.CanBeCanceled ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
    }

    /// <summary>The answer; it ends as soon as the token is canceled, while a body that runs already runs on.</summary>
    /// <param name="slots">Where to wait for a slot; null where the body has one, or needs none.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<TResult> Start(CallSlots? slots, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<TResult>(cancellationToken);

        _cancellation = cancellationToken.UnsafeRegister(static (call, token) => ((PooledCall<TResult>)call!).Cancel(token), this);
        if (slots is null)
            Start();
        else if (slots.TryEnter(this) && _answer.Task.IsCompleted)
            slots.Withdraw(this);
        return _answer.Task;
    }

    // The global queue: in a thread's local one, each call would start its successor ahead of all other work.
    public override void Start() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <inheritdoc/>
    public void Execute()
    {
        if (_context is null)
            Run();
        else
            ExecutionContext.Run(_context, static call => ((PooledCall<TResult>)call!).Run(), this);
    }

    /// <summary>The sync body.</summary>
    protected abstract TResult Invoke();

    private void Run()
    {
        if (_answer.Task.IsCompleted)
        {
            End();
            return;
        }

        TResult result;
        try
        {
            result = Invoke();
        }
        catch (Exception exception)
        {
            End();
            Fail(exception);
            return;
        }

        End();
        _answer.TrySetResult(result);
    }

    // Before the answer: what the caller does next, on this very thread, is no part of the call.
    private void End()
    {
        _cancellation.Unregister();
        Slots?.Release(Taken);
    }

    private void Fail(Exception exception)
    {
        if (exception is OperationCanceledException)
            _answer.TrySetFromTask(FailedTask.Of<TResult>(exception));
        else
            _answer.TrySetException(exception);
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        if (_answer.TrySetCanceled(cancellationToken))
            Slots?.Withdraw(this);
    }
}
