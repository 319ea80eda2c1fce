namespace Pipeline;

/// <summary>
/// Workers that go over items together. Each, once it has an item, brings in the next worker, so there are never more than the
/// items need. What fails is what going over the items one by one would have met: see <see cref="ItemScope"/>.
/// </summary>
internal sealed class FanOut<TItem, TResult> : IBranches<TResult[]>
{
    private readonly Lock _reporting = new();
    private readonly Func<TItem, CancellationToken, Task<TResult>> _body;
    private readonly OrderedResults<TResult>? _results;
    private readonly IProgress<int>? _progress;
    private readonly ItemScope _scope;
    private readonly Task _completion;
    private int _done;

    /// <summary>Starts the workers.</summary>
    public FanOut(
        IAsyncEnumerable<TItem> source,
        Func<TItem, CancellationToken, Task<TResult>> body,
        OrderedResults<TResult>? results,
        FanOutOptions options)
    {
        _body = body;
        _results = results;
        _progress = options.Progress;
        _scope = new ItemScope(options.CancellationToken);
        _completion = Task.Run(() => RunAsync(source, options.MaxConcurrency));
    }

    /// <inheritdoc/>
    public bool Succeeded => _completion.IsCompleted && _scope.Failures.Count == 0;

    /// <inheritdoc/>
    public TResult[] Results => _results?.ToArray() ?? [];

    /// <inheritdoc/>
    public IReadOnlyList<Exception> Failures => _scope.Failures;

    /// <inheritdoc/>
    public Task? NextPending() => _completion.IsCompleted ? null : _completion;

    private async Task RunAsync(IAsyncEnumerable<TItem> source, int workers)
    {
        try
        {
            var items = new ItemQueue<TItem>(source.GetAsyncEnumerator(_scope.Reading));
            await using (items.ConfigureAwait(false))
                await WorkAsync(items, workers).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _scope.Fail(exception);
        }
        await _scope.CompleteAsync().ConfigureAwait(false);
    }

    private async Task WorkAsync(ItemQueue<TItem> items, int workers)
    {
        Task? others = null;
        try
        {
            var worker = _scope.Enter();
            while (await items.TakeAsync(_scope.Reading).ConfigureAwait(false) is (true, var index, var item)
                && _scope.TryBegin(worker, index))
            {
                if (workers > 1)
                    others ??= Task.Run(() => WorkAsync(items, workers - 1));
                try
                {
                    worker.Scope.Token.ThrowIfCancellationRequested();
                    Complete(index, await (_body(item, worker.Scope.Token) ?? Branch.NoTask<TResult>()).ConfigureAwait(false));
                }
                catch (Exception exception)
                {
                    _scope.Fail(worker, exception);
                }
            }
        }
        catch (Exception exception)
        {
            _scope.Fail(exception);
        }
        if (others is not null)
            await others.ConfigureAwait(false);
    }

    private void Complete(long index, TResult result)
    {
        _results?.Set((int)index, result);
        if (_progress is null)
            return;
        lock (_reporting)
            _progress.Report(++_done);
    }
}
