namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Starts branches of which some have a result and some have none, and returns their tasks, all successful, so that no result is
    /// lost. The first failure cancels the token that all branches share, and is thrown once the others have stopped;
    /// <see cref="FailuresOf"/> the returned task has what else failed by then.
    /// </summary>
    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"
    /// path="/remarks"/>
    public static Task<(TTask1, TTask2)> FailFast<TTask1, TTask2>(
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        CancellationToken cancellationToken = default)
        where TTask1 : Task
        where TTask2 : Task =>
        FailFast(KeptBranch.Of(branch1), KeptBranch.Of(branch2), cancellationToken);

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2}, CancellationToken)"/>
    public static Task<(TTask1, TTask2, TTask3)> FailFast<TTask1, TTask2, TTask3>(
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        CancellationToken cancellationToken = default)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task =>
        FailFast(KeptBranch.Of(branch1), KeptBranch.Of(branch2), KeptBranch.Of(branch3), cancellationToken);

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2}, CancellationToken)"/>
    public static Task<(TTask1, TTask2, TTask3, TTask4)> FailFast<TTask1, TTask2, TTask3, TTask4>(
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4,
        CancellationToken cancellationToken = default)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task =>
        FailFast(KeptBranch.Of(branch1), KeptBranch.Of(branch2), KeptBranch.Of(branch3), KeptBranch.Of(branch4), cancellationToken);

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2}, CancellationToken)"/>
    public static Task<(TTask1, TTask2, TTask3, TTask4, TTask5)> FailFast<TTask1, TTask2, TTask3, TTask4, TTask5>(
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4,
        Func<CancellationToken, TTask5> branch5,
        CancellationToken cancellationToken = default)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task
        where TTask5 : Task =>
        FailFast(
            KeptBranch.Of(branch1), KeptBranch.Of(branch2), KeptBranch.Of(branch3), KeptBranch.Of(branch4),
            KeptBranch.Of(branch5), cancellationToken);

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2}, CancellationToken)"/>
    public static Task<(TTask1, TTask2, TTask3, TTask4, TTask5, TTask6)> FailFast<TTask1, TTask2, TTask3, TTask4, TTask5, TTask6>(
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4,
        Func<CancellationToken, TTask5> branch5,
        Func<CancellationToken, TTask6> branch6,
        CancellationToken cancellationToken = default)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task
        where TTask5 : Task
        where TTask6 : Task =>
        FailFast(
            KeptBranch.Of(branch1), KeptBranch.Of(branch2), KeptBranch.Of(branch3), KeptBranch.Of(branch4),
            KeptBranch.Of(branch5), KeptBranch.Of(branch6), cancellationToken);

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2}, CancellationToken)"/>
    public static Task<(TTask1, TTask2, TTask3, TTask4, TTask5, TTask6, TTask7)>
        FailFast<TTask1, TTask2, TTask3, TTask4, TTask5, TTask6, TTask7>(
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4,
        Func<CancellationToken, TTask5> branch5,
        Func<CancellationToken, TTask6> branch6,
        Func<CancellationToken, TTask7> branch7,
        CancellationToken cancellationToken = default)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task
        where TTask5 : Task
        where TTask6 : Task
        where TTask7 : Task =>
        FailFast(
            KeptBranch.Of(branch1), KeptBranch.Of(branch2), KeptBranch.Of(branch3), KeptBranch.Of(branch4),
            KeptBranch.Of(branch5), KeptBranch.Of(branch6), KeptBranch.Of(branch7), cancellationToken);

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2}, CancellationToken)"/>
    public static Task<(TTask1, TTask2, TTask3, TTask4, TTask5, TTask6, TTask7, TTask8)>
        FailFast<TTask1, TTask2, TTask3, TTask4, TTask5, TTask6, TTask7, TTask8>(
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4,
        Func<CancellationToken, TTask5> branch5,
        Func<CancellationToken, TTask6> branch6,
        Func<CancellationToken, TTask7> branch7,
        Func<CancellationToken, TTask8> branch8,
        CancellationToken cancellationToken = default)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task
        where TTask5 : Task
        where TTask6 : Task
        where TTask7 : Task
        where TTask8 : Task =>
        FailFast(
            KeptBranch.Of(branch1), KeptBranch.Of(branch2), KeptBranch.Of(branch3), KeptBranch.Of(branch4),
            KeptBranch.Of(branch5), KeptBranch.Of(branch6), KeptBranch.Of(branch7), KeptBranch.Of(branch8),
            cancellationToken);
}
