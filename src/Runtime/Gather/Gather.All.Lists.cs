using System.Runtime.InteropServices;

namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Waits for all branches and returns their results in argument order. The first failure <em>in argument order</em> is thrown, a
    /// canceled branch counting as a failure; <see cref="FailuresOf"/> the returned task has the others.
    /// </summary>
    /// <remarks>A null branch is one that failed with an <see cref="ArgumentNullException"/>.</remarks>
    public static Task<T[]> All<T>(params ReadOnlySpan<Task<T>> tasks)
    {
        foreach (var task in tasks)
        {
            if (task is not { IsCompletedSuccessfully: true })
                return JoinList(StartedBranches.Copy(tasks));
        }
        return Task.FromResult(BranchList<T>.ResultsOf(tasks));
    }

    /// <inheritdoc cref="All{T}(ReadOnlySpan{Task{T}})"/>
    /// <remarks>
    /// A null branch is one that failed with an <see cref="ArgumentNullException"/>. An exception thrown while enumerating stands in
    /// the place of the branch that enumerating did not give.
    /// </remarks>
    public static Task<T[]> All<T>(IEnumerable<Task<T>> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        if (tasks is Task<T>[] array)
            return All(array.AsSpan());
        if (tasks is List<Task<T>> list)
            return All(CollectionsMarshal.AsSpan(list));
        var started = StartedBranches.Enumerate(tasks, out var interruption);
        if (interruption is not null)
            started.Add(Task.FromException<T>(interruption.SourceException));
        return All(CollectionsMarshal.AsSpan(started));
    }

    /// <summary>
    /// Waits for all branches. The first failure <em>in argument order</em> is thrown, a canceled branch counting as a failure;
    /// <see cref="FailuresOf"/> the returned task has the others. The result of a branch that has one stays in its task.
    /// </summary>
    /// <inheritdoc cref="All{T}(ReadOnlySpan{Task{T}})" path="/remarks"/>
    public static Task All(params ReadOnlySpan<Task> tasks)
    {
        foreach (var task in tasks)
        {
            if (task is not { IsCompletedSuccessfully: true })
                return Join<VoidBranchList, ValueTuple>.Start(new(StartedBranches.Copy(tasks)));
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc cref="All(ReadOnlySpan{Task})"/>
    /// <inheritdoc cref="All{T}(IEnumerable{Task{T}})" path="/remarks"/>
    public static Task All(IEnumerable<Task> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var started = StartedBranches.Enumerate(tasks, out var interruption);
        if (interruption is not null)
            started.Add(Task.FromException(interruption.SourceException));
        return All(CollectionsMarshal.AsSpan(started));
    }

    private static Task<T[]> JoinList<T>(Task<T>[] branches) =>
        branches.Length <= BranchList<T>.MaxCount
            ? Join<BranchList<T>, T[]>.Start(new(branches))
            : Join<LongBranchList<T>, T[]>.Start(new(branches));
}
