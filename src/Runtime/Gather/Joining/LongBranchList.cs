namespace Pipeline;

/// <summary>A list of branches that remembers how far it has been waited for.</summary>
internal struct LongBranchList<T>(Task<T>[] tasks) : IBranches<T[]>
{
    private int _unseen = tasks.Length;

    /// <inheritdoc/>
    public readonly bool Succeeded => Array.TrueForAll(tasks, static task => task.IsCompletedSuccessfully);

    /// <inheritdoc/>
    public readonly T[] Results => BranchList<T>.ResultsOf(tasks);

    /// <summary>How the branches ended, once all are over.</summary>
    public readonly Outcome<T>[] Outcomes => Array.ConvertAll(tasks, Outcome.Of);

    /// <inheritdoc/>
    public readonly IReadOnlyList<Exception> Failures => GatheredFailures.Of(tasks);

    /// <inheritdoc/>
    public Task? NextPending()
    {
        while (_unseen > 0 && tasks[_unseen - 1].IsCompleted)
            _unseen--;
        return _unseen > 0 ? tasks[_unseen - 1] : null;
    }
}
