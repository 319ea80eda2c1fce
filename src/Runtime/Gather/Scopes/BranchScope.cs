namespace Pipeline;

/// <summary>
/// What branches that end together share: a token to stop them, and the failures so far. Lives until the last user releases it.
/// </summary>
internal sealed partial class BranchScope
{
    private readonly Lock _lock = new();
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;
    private readonly List<Exception> _failures = [];
    private Task _stopping = Task.CompletedTask;
    private int _users = 1;

    public BranchScope(CancellationToken caller)
    {
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Token = _source.Token;
    }

    /// <summary>Whether it is the caller who wants the branches to stop.</summary>
    public bool IsCanceledByCaller => _caller.IsCancellationRequested;

    /// <summary>Canceled when the branches are to stop.</summary>
    public CancellationToken Token { get; }

    /// <summary>The failure that stopped the branches, then others in the order they happened.</summary>
    public IReadOnlyList<Exception> Failures => _failures;

    /// <summary>Over when everybody who asked to be called on cancellation has been.</summary>
    public Task Stopping
    {
        get
        {
            lock (_lock)
                return _stopping;
        }
    }

    /// <summary>Stops the branches for a failure, unless they are stopping already.</summary>
    /// <remarks>A cancellation later than the first failure is its consequence, and not kept.</remarks>
    public void Fail(Exception exception)
    {
        lock (_lock)
        {
            if (_failures.Count == 0)
                _failures.Add(ByCaller(exception));
            else if (exception is not OperationCanceledException)
                _failures.Add(exception);
        }
        Stop();
    }

    /// <summary>Asks the branches to stop.</summary>
    /// <remarks>Those who registered with the token run on the pool, and do not hold up the branch that stops the others.</remarks>
    public void Stop()
    {
        lock (_lock)
        {
            if (_stopping == Task.CompletedTask && !_source.IsCancellationRequested)
                _stopping = StopAsync();
        }
    }

    /// <summary>Starts a branch, unless the branches are to stop.</summary>
    public Task<T> Start<T>(Func<CancellationToken, Task<T>> branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        Token.ThrowIfCancellationRequested();
        return branch(Token) ?? Branch.NoTask<T>();
    }

    /// <summary>
    /// The exception as the caller is to see it: if the caller canceled, a cancellation carries the token the caller knows.
    /// </summary>
    public Exception ByCaller(Exception exception) =>
        exception is OperationCanceledException canceled && IsCanceledByCaller && canceled.CancellationToken != _caller
            ? new OperationCanceledException(canceled.Message, canceled, _caller)
            : exception;

    /// <summary>Keeps the scope alive until <see cref="Release"/>.</summary>
    public void Retain() => Interlocked.Increment(ref _users);

    /// <summary>Frees the scope with its last user; for the one who made it, too.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
            _source.Dispose();
    }

    private async Task StopAsync()
    {
        Retain();
        try
        {
            await _source.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException exception)
        {
            lock (_lock)
                _failures.AddRange(exception.InnerExceptions);
        }
        finally
        {
            Release();
        }
    }
}
