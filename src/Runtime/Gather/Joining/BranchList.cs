namespace Pipeline;

/// <summary>A list of branches with results of one type.</summary>
/// <remarks>
/// Looking through the whole list for a running branch each time costs a lookup per branch and suspension, which is cheap while the list
/// is short, and saves the field that <see cref="LongBranchList{T}"/> has for it.
/// </remarks>
internal readonly struct BranchList<T>(Task<T>[] tasks) : IBranches<T[]>
{
    /// <summary>Up to how many branches this is the better type.</summary>
    public const int MaxCount = 16;

    /// <inheritdoc/>
    public bool Succeeded => Array.TrueForAll(tasks, static task => task.IsCompletedSuccessfully);

    /// <inheritdoc/>
    public T[] Results => ResultsOf(tasks);

    /// <inheritdoc/>
    public IReadOnlyList<Exception> Failures => GatheredFailures.Of(tasks);

    /// <summary>What the tasks returned, all having succeeded.</summary>
    public static T[] ResultsOf(ReadOnlySpan<Task<T>> succeeded)
    {
        var results = new T[succeeded.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = succeeded[i].Result;
        return results;
    }

    /// <inheritdoc/>
    public Task? NextPending() => Array.FindLast(tasks, static task => !task.IsCompleted);
}
