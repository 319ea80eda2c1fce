using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Pipeline;

public static partial class Gather
{
    /// <inheritdoc cref="Settle{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<Outcome<T>[]> Settle<T>(params ReadOnlySpan<Task<T>> tasks) =>
        Settlement.Start(new LongBranchList<T>(StartedBranches.Copy(tasks)), static branches => branches.Outcomes);

    /// <inheritdoc cref="Settle{T1, T2}(Task{T1}, Task{T2})"/>
    /// <remarks>
    /// A null branch is one that failed with an <see cref="ArgumentNullException"/>. An exception thrown while enumerating is no
    /// branch's: it is thrown, once the branches started before it are over.
    /// </remarks>
    public static Task<Outcome<T>[]> Settle<T>(IEnumerable<Task<T>> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var started = StartedBranches.Enumerate(tasks, out var interruption);
        return ThrowAfter(Settle(CollectionsMarshal.AsSpan(started)), interruption);
    }

    /// <summary>
    /// Waits for all branches and returns how each ended, in argument order. A branch's failure or cancellation is its
    /// <see cref="Outcome"/>, never thrown. The result of a branch that has one stays in its task.
    /// </summary>
    /// <inheritdoc cref="Settle{T1, T2}(Task{T1}, Task{T2})" path="/remarks"/>
    public static Task<Outcome[]> Settle(params ReadOnlySpan<Task> tasks) =>
        Settlement.Start(new VoidBranchList(StartedBranches.Copy(tasks)), static branches => branches.Outcomes);

    /// <inheritdoc cref="Settle(ReadOnlySpan{Task})"/>
    /// <inheritdoc cref="Settle{T}(IEnumerable{Task{T}})" path="/remarks"/>
    public static Task<Outcome[]> Settle(IEnumerable<Task> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var started = StartedBranches.Enumerate(tasks, out var interruption);
        return ThrowAfter(Settle(CollectionsMarshal.AsSpan(started)), interruption);
    }

    private static async Task<TOutcomes> ThrowAfter<TOutcomes>(Task<TOutcomes> settled, ExceptionDispatchInfo? interruption)
    {
        var outcomes = await settled.ConfigureAwait(false);
        interruption?.Throw();
        return outcomes;
    }
}
