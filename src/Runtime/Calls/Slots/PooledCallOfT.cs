namespace Pipeline.Calls;

/// <inheritdoc cref="PooledCall"/>
internal abstract class PooledCall<TResult> : PooledCall
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly TaskCompletionSource<TResult> _answer;
    private CancellationTokenRegistration _cancellation;

    protected PooledCall(CallSlots slots, CancellationToken cancellationToken)
        : base(slots) =>

        // The caller's code must not run inside someone's Cancel(), nor on a thread that waits for a slot and runs the call meanwhile:
        // it may itself wait for what that thread holds.
        _answer = new(cancellationToken.CanBeCanceled || slots.CanBlock
            ? TaskCreationOptions.RunContinuationsAsynchronously
            : TaskCreationOptions.None);

    public override bool IsAnswered => _answer.Task.IsCompleted;

    /// <summary>The answer, or null if the queue is full.</summary>
    public Task<TResult>? Start(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<TResult>(cancellationToken);

        _cancellation = cancellationToken.UnsafeRegister(static (call, token) => ((PooledCall<TResult>)call!).Cancel(token), this);
        if (Slots.TryEnter(this))
            return _answer.Task;

        _cancellation.Unregister();
        return null;
    }

    public override void ExecuteHere()
    {
        if (_context is null)
            Run();
        else
            ExecutionContext.Run(_context, static call => ((PooledCall<TResult>)call!).Run(), this);
    }

    /// <summary>The sync member.</summary>
    protected abstract TResult Invoke();

    private void Run()
    {
        if (IsAnswered)
        {
            Slots.Release(Instance);
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
        Slots.Release(Instance);
    }

    private void Fail(Exception exception)
    {
        if (exception is OperationCanceledException)
            _answer.TrySetFromTask(CompilerServices.ProxyCall.Failed<TResult>(exception));
        else
            _answer.TrySetException(exception);
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        if (_answer.TrySetCanceled(cancellationToken))
            Slots.Withdraw(this);
    }
}
