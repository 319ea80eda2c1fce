using System.Runtime.ExceptionServices;

namespace Pipeline;

/// <summary>Takes over the branches a caller has started, none of which may be lost, whatever happens while taking them.</summary>
internal static class StartedBranches
{
    /// <summary>The branches of a list that is the caller's to change.</summary>
    public static Task<T>[] Copy<T>(ReadOnlySpan<Task<T>> tasks)
    {
        var branches = tasks.ToArray();
        for (int i = 0; i < branches.Length; i++)
            branches[i] ??= Branch.Null<T>($"{nameof(tasks)}[{i}]");
        return branches;
    }

    /// <inheritdoc cref="Copy{T}(ReadOnlySpan{Task{T}})"/>
    public static Task[] Copy(ReadOnlySpan<Task> tasks)
    {
        var branches = tasks.ToArray();
        for (int i = 0; i < branches.Length; i++)
            branches[i] ??= Branch.Null<ValueTuple>($"{nameof(tasks)}[{i}]");
        return branches;
    }

    /// <summary>
    /// The branches a sequence starts. An exception out of the sequence ends it, and must not be thrown before the branches it
    /// has started are over.
    /// </summary>
    public static List<TTask> Enumerate<TTask>(IEnumerable<TTask> tasks, out ExceptionDispatchInfo? interruption)
        where TTask : Task
    {
        var started = new List<TTask>();
        interruption = null;
        try
        {
            foreach (var task in tasks)
                started.Add(task);
        }
        catch (Exception exception)
        {
            interruption = ExceptionDispatchInfo.Capture(exception);
        }
        return started;
    }
}
