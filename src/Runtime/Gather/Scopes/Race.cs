namespace Pipeline;

/// <summary>Branches of which the first so many to succeed decide, and stop the others.</summary>
internal sealed class Race<T> : IBranches<T[]>
{
    private readonly Lock _lock = new();
    private readonly int _required;
    private readonly BranchScope _scope;
    private readonly Outcome<T>?[] _outcomes;
    private readonly Task _completion;
    private int _succeeded;
    private int _failed;

    /// <summary>Starts the branches.</summary>
    public Race(int required, Func<CancellationToken, Task<T>>[] branches, CancellationToken cancellationToken)
    {
        _required = required;
        _scope = new BranchScope(cancellationToken);
        _outcomes = new Outcome<T>?[branches.Length];
        _completion = RunAll(branches);
    }

    /// <inheritdoc/>
    public bool Succeeded => _completion.IsCompleted && _succeeded == _required;

    /// <inheritdoc/>
    public T[] Results => [.. Decisive.Where(outcome => outcome.IsSuccess).Select(outcome => outcome.Value)];

    /// <inheritdoc/>
    public IReadOnlyList<Exception> Failures { get; private set; } = [];

    /// <summary>The outcomes before the race was decided, in the order of the branches. Later ones mean nothing.</summary>
    private IEnumerable<Outcome<T>> Decisive => _outcomes.OfType<Outcome<T>>();

    private bool IsDecided => _succeeded == _required || _outcomes.Length - _failed < _required;

    /// <inheritdoc/>
    public Task? NextPending() => _completion.IsCompleted ? null : _completion;

    private async Task RunAll(Func<CancellationToken, Task<T>>[] branches)
    {
        var running = new Task[branches.Length];
        for (int i = 0; i < branches.Length; i++)
            running[i] = Run(i, branches[i]);
        await Task.WhenAll(running).ConfigureAwait(false);
        await _scope.Stopping.ConfigureAwait(false);
        _scope.Release();
    }

    private async Task Run(int index, Func<CancellationToken, Task<T>> branch)
    {
        Outcome<T> outcome;
        try
        {
            outcome = new(await _scope.Start(branch).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            outcome = Outcome.FromException<T>(exception);
        }
        Count(index, outcome);
    }

    private void Count(int index, Outcome<T> outcome)
    {
        lock (_lock)
        {
            if (IsDecided)
                return;
            _outcomes[index] = outcome;
            if (outcome.IsSuccess)
                _succeeded++;
            else
                _failed++;
            if (!IsDecided)
                return;
            if (!outcome.IsSuccess)
                Failures = FailuresUpTo(outcome.Exception);
        }
        _scope.Stop();
    }

    private IReadOnlyList<Exception> FailuresUpTo(Exception decisive)
    {
        var failures = Decisive.Where(outcome => !outcome.IsSuccess).Select(outcome => outcome.Exception!);
        return _scope.IsCanceledByCaller && decisive is OperationCanceledException
            ? [_scope.ByCaller(decisive), .. failures.Where(failure => failure is not OperationCanceledException)]
            : [.. failures];
    }
}
