namespace Pipeline;

/// <summary>
/// What the workers that go over items share: the failures so far, each with the place of its item, and whom they stop. A failure
/// stops what comes after its item and leaves what comes before it alone, so that in the end the failure of the lowest place is the
/// one that going over the items one by one would have met.
/// </summary>
internal sealed class ItemScope
{
    /// <summary>The place of what the source or its enumeration does: behind all items it has given.</summary>
    public const long BehindAllItems = long.MaxValue;

    private readonly Lock _lock = new();
    private readonly CancellationToken _caller;
    private readonly BranchScope _reading;
    private readonly List<ItemWorker> _workers = [];
    private readonly List<(long Item, Exception Exception, bool AskedToStop)> _failures = [];
    private long _firstFailed = BehindAllItems;

    public ItemScope(CancellationToken caller)
    {
        _caller = caller;
        _reading = new BranchScope(caller);
    }

    /// <summary>Canceled when no further items are wanted.</summary>
    public CancellationToken Reading => _reading.Token;

    /// <summary>The failure of the lowest place, then others in the order of their places.</summary>
    /// <remarks>Cancellations of those who were asked to stop are consequences, and not kept behind the first.</remarks>
    public IReadOnlyList<Exception> Failures { get; private set; } = [];

    /// <summary>Adds a worker, who has no item yet.</summary>
    public ItemWorker Enter()
    {
        var worker = new ItemWorker(_caller);
        lock (_lock)
            _workers.Add(worker);
        return worker;
    }

    /// <summary>Gives an item to a worker; false where a failure before the item keeps it from starting.</summary>
    public bool TryBegin(ItemWorker worker, long item)
    {
        lock (_lock)
        {
            worker.Item = item;
            return item < _firstFailed;
        }
    }

    /// <summary>Takes note of the failure of an item, and stops the work on those behind it.</summary>
    public void Fail(ItemWorker worker, Exception exception)
    {
        lock (_lock)
        {
            Add(worker.Item, exception, worker.Scope);
            _firstFailed = Math.Min(_firstFailed, worker.Item);
            foreach (var behind in _workers.Where(other => other.Item > _firstFailed))
                behind.Scope.Stop();
        }
    }

    /// <summary>Takes note of a failure of the source.</summary>
    public void Fail(Exception exception)
    {
        lock (_lock)
            Add(BehindAllItems, exception, _reading);
    }

    /// <summary>Waits for those who asked to be called on cancellation, once all workers are done.</summary>
    public async Task CompleteAsync()
    {
        List<Exception> failures = [.. _failures
            .OrderBy(failure => failure.Item)
            .Where((failure, place) => place == 0 || !failure.AskedToStop || failure.Exception is not OperationCanceledException)
            .Select(failure => failure.Exception)];
        foreach (var scope in _workers.Select(worker => worker.Scope).Prepend(_reading))
        {
            await scope.Stopping.ConfigureAwait(false);
            failures.AddRange(scope.Failures);
            scope.Release();
        }
        Failures = failures;
    }

    private void Add(long item, Exception exception, BranchScope scope)
    {
        _failures.Add((item, scope.ByCaller(exception), scope.Token.IsCancellationRequested));
        _reading.Stop();
    }
}
