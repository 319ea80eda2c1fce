namespace Pipeline;

/// <summary>A list of branches without results.</summary>
internal struct VoidBranchList(Task[] tasks) : IBranches<ValueTuple>
{
    private int _over;

    /// <inheritdoc/>
    public readonly bool Succeeded => Array.TrueForAll(tasks, static task => task.IsCompletedSuccessfully);

    /// <inheritdoc/>
    public readonly ValueTuple Results => default;

    /// <summary>How the branches ended, once all are over.</summary>
    public readonly Outcome[] Outcomes => Array.ConvertAll(tasks, Outcome.Of);

    /// <inheritdoc/>
    public readonly IReadOnlyList<Exception> Failures => GatheredFailures.Of(tasks);

    /// <inheritdoc/>
    public Task? NextPending()
    {
        while (_over < tasks.Length && tasks[_over].IsCompleted)
            _over++;
        return _over < tasks.Length ? tasks[_over] : null;
    }
}
