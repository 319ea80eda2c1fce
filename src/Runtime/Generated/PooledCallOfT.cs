namespace Pipeline.Generated;

/// <inheritdoc cref="PooledCall"/>
internal sealed class PooledCall<TArgs, TResult> : PooledCall
{
    private readonly CallSlots _slots;
    private readonly TArgs _args;
    private readonly Func<TArgs, TResult> _body;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly TaskCompletionSource<TResult> _answer;
    private CancellationTokenRegistration _cancellation;

    private PooledCall(CallSlots slots, TArgs args, Func<TArgs, TResult> body, CancellationToken cancellationToken)
    {
        _slots = slots;
        _args = args;
        _body = body;

        // The caller's code must not run inside someone's Cancel().
        _answer = new(cancellationToken.CanBeCanceled
            ? TaskCreationOptions.RunContinuationsAsynchronously
            : TaskCreationOptions.None);
    }

    public override bool IsAnswered => _answer.Task.IsCompleted;

    public static Task<TResult> Start(
        CallSlots slots, TArgs args, Func<TArgs, TResult> body, CancellationToken cancellationToken)
    {
        var call = new PooledCall<TArgs, TResult>(slots, args, body, cancellationToken);
        call._cancellation = cancellationToken.UnsafeRegister(
            static (call, token) => ((PooledCall<TArgs, TResult>)call!).Cancel(token), call);
        slots.Enter(call);
        return call._answer.Task;
    }

    public override void Execute()
    {
        if (_context is null)
            Run();
        else
            ExecutionContext.Run(_context, static call => ((PooledCall<TArgs, TResult>)call!).Run(), this);
    }

    private void Run()
    {
        if (IsAnswered)
        {
            _slots.Release();
            return;
        }

        TResult result;
        try
        {
            result = _body(_args);
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
        _slots.Release();
    }

    private void Fail(Exception exception)
    {
        if (exception is OperationCanceledException)
            _answer.TrySetFromTask(ProxyCall.Failed<TResult>(exception));
        else
            _answer.TrySetException(exception);
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        if (_answer.TrySetCanceled(cancellationToken))
            _slots.Withdraw(this);
    }
}
