namespace Pipeline;

/// <summary>A branch of any kind, as a branch whose result is its own task, which has succeeded by then.</summary>
internal static class KeptBranch
{
    public static Func<CancellationToken, Task<TTask>> Of<TTask>(Func<CancellationToken, TTask> branch)
        where TTask : Task => async cancellationToken =>
    {
        ArgumentNullException.ThrowIfNull(branch);
        Task? task = branch(cancellationToken);
        await (task ?? Branch.NoTask<TTask>()).ConfigureAwait(false);
        return (TTask)task!;
    };
}
