namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Starts branches without results. The first failure cancels the token that all branches share, and is thrown once the others
    /// have stopped; <see cref="FailuresOf"/> the returned task has what else failed by then.
    /// </summary>
    /// <inheritdoc cref="FailFast{T}(CancellationToken, IEnumerable{Func{CancellationToken, Task{T}}})" path="/remarks"/>
    public static Task FailFast(
        CancellationToken cancellationToken, Func<CancellationToken, Task> branch1) =>
        FailFastVoid(cancellationToken, [branch1]);

    /// <inheritdoc cref="FailFast(CancellationToken, Func{CancellationToken, Task})"/>
    public static Task FailFast(
        CancellationToken cancellationToken, Func<CancellationToken, Task> branch1, Func<CancellationToken, Task> branch2) =>
        FailFastVoid(cancellationToken, [branch1, branch2]);

    /// <inheritdoc cref="FailFast(CancellationToken, Func{CancellationToken, Task})"/>
    public static Task FailFast(
        CancellationToken cancellationToken,
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3) =>
        FailFastVoid(cancellationToken, [branch1, branch2, branch3]);

    /// <inheritdoc cref="FailFast(CancellationToken, Func{CancellationToken, Task})"/>
    public static Task FailFast(
        CancellationToken cancellationToken,
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4) =>
        FailFastVoid(cancellationToken, [branch1, branch2, branch3, branch4]);

    /// <inheritdoc cref="FailFast(CancellationToken, Func{CancellationToken, Task})"/>
    public static Task FailFast(
        CancellationToken cancellationToken,
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4,
        Func<CancellationToken, Task> branch5) =>
        FailFastVoid(cancellationToken, [branch1, branch2, branch3, branch4, branch5]);

    /// <inheritdoc cref="FailFast(CancellationToken, Func{CancellationToken, Task})"/>
    public static Task FailFast(
        CancellationToken cancellationToken,
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4,
        Func<CancellationToken, Task> branch5,
        Func<CancellationToken, Task> branch6) =>
        FailFastVoid(cancellationToken, [branch1, branch2, branch3, branch4, branch5, branch6]);

    /// <inheritdoc cref="FailFast(CancellationToken, Func{CancellationToken, Task})"/>
    public static Task FailFast(
        CancellationToken cancellationToken,
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4,
        Func<CancellationToken, Task> branch5,
        Func<CancellationToken, Task> branch6,
        Func<CancellationToken, Task> branch7) =>
        FailFastVoid(cancellationToken, [branch1, branch2, branch3, branch4, branch5, branch6, branch7]);

    /// <inheritdoc cref="FailFast(CancellationToken, Func{CancellationToken, Task})"/>
    public static Task FailFast(
        CancellationToken cancellationToken,
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4,
        Func<CancellationToken, Task> branch5,
        Func<CancellationToken, Task> branch6,
        Func<CancellationToken, Task> branch7,
        Func<CancellationToken, Task> branch8) =>
        FailFastVoid(cancellationToken, [branch1, branch2, branch3, branch4, branch5, branch6, branch7, branch8]);

    private static Task<ValueTuple[]> FailFastVoid(CancellationToken cancellationToken, Func<CancellationToken, Task>[] branches) =>
        FailFast(cancellationToken, Array.ConvertAll(branches, VoidBranch.WithResult));
}
