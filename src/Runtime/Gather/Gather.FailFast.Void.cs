namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Starts branches without results. The first failure cancels the token that all branches share, and is thrown once the others
    /// have stopped; <see cref="FailuresOf"/> the returned task has what else failed by then.
    /// </summary>
    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"
    /// path="/remarks"/>
    public static Task FailFast(
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        CancellationToken cancellationToken = default) =>
        FailFastVoid([branch1, branch2], cancellationToken);

    /// <inheritdoc cref="FailFast(Func{CancellationToken, Task}, Func{CancellationToken, Task}, CancellationToken)"/>
    public static Task FailFast(
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        CancellationToken cancellationToken = default) =>
        FailFastVoid([branch1, branch2, branch3], cancellationToken);

    /// <inheritdoc cref="FailFast(Func{CancellationToken, Task}, Func{CancellationToken, Task}, CancellationToken)"/>
    public static Task FailFast(
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4,
        CancellationToken cancellationToken = default) =>
        FailFastVoid([branch1, branch2, branch3, branch4], cancellationToken);

    /// <inheritdoc cref="FailFast(Func{CancellationToken, Task}, Func{CancellationToken, Task}, CancellationToken)"/>
    public static Task FailFast(
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4,
        Func<CancellationToken, Task> branch5,
        CancellationToken cancellationToken = default) =>
        FailFastVoid([branch1, branch2, branch3, branch4, branch5], cancellationToken);

    /// <inheritdoc cref="FailFast(Func{CancellationToken, Task}, Func{CancellationToken, Task}, CancellationToken)"/>
    public static Task FailFast(
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4,
        Func<CancellationToken, Task> branch5,
        Func<CancellationToken, Task> branch6,
        CancellationToken cancellationToken = default) =>
        FailFastVoid([branch1, branch2, branch3, branch4, branch5, branch6], cancellationToken);

    /// <inheritdoc cref="FailFast(Func{CancellationToken, Task}, Func{CancellationToken, Task}, CancellationToken)"/>
    public static Task FailFast(
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4,
        Func<CancellationToken, Task> branch5,
        Func<CancellationToken, Task> branch6,
        Func<CancellationToken, Task> branch7,
        CancellationToken cancellationToken = default) =>
        FailFastVoid([branch1, branch2, branch3, branch4, branch5, branch6, branch7], cancellationToken);

    /// <inheritdoc cref="FailFast(Func{CancellationToken, Task}, Func{CancellationToken, Task}, CancellationToken)"/>
    public static Task FailFast(
        Func<CancellationToken, Task> branch1,
        Func<CancellationToken, Task> branch2,
        Func<CancellationToken, Task> branch3,
        Func<CancellationToken, Task> branch4,
        Func<CancellationToken, Task> branch5,
        Func<CancellationToken, Task> branch6,
        Func<CancellationToken, Task> branch7,
        Func<CancellationToken, Task> branch8,
        CancellationToken cancellationToken = default) =>
        FailFastVoid([branch1, branch2, branch3, branch4, branch5, branch6, branch7, branch8], cancellationToken);

    private static Task<Task[]> FailFastVoid(Func<CancellationToken, Task>[] branches, CancellationToken cancellationToken) =>
        FailFast(Array.ConvertAll(branches, KeptBranch.Of).AsSpan(), cancellationToken);
}
