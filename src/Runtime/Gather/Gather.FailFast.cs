namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Starts the branches and returns their results. The first failure cancels the token that all branches share, and is thrown
    /// once the others have stopped; <see cref="FailuresOf"/> the returned task has what else failed by then.
    /// </summary>
    /// <remarks>
    /// Branches start one by one, on the caller's thread, in argument order; none is started after a failure or a cancellation. A
    /// branch that throws before its first await, returns null or is null has failed as any other has. When
    /// <paramref name="cancellationToken"/> is what stopped the branches, the <see cref="OperationCanceledException"/> carries it.
    /// </remarks>
    public static Task<(T1, T2)> FailFast<T1, T2>(
        Func<CancellationToken, Task<T1>> branch1,
        Func<CancellationToken, Task<T2>> branch2,
        CancellationToken cancellationToken = default)
    {
        var scope = new BranchScope(cancellationToken);
        return scope.JoinAll<Branches<T1, T2>, (T1, T2)>(new(scope.Run(branch1), scope.Run(branch2)));
    }

    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"/>
    public static Task<(T1, T2, T3)> FailFast<T1, T2, T3>(
        Func<CancellationToken, Task<T1>> branch1,
        Func<CancellationToken, Task<T2>> branch2,
        Func<CancellationToken, Task<T3>> branch3,
        CancellationToken cancellationToken = default)
    {
        var scope = new BranchScope(cancellationToken);
        return scope.JoinAll<Branches<T1, T2, T3>, (T1, T2, T3)>(new(scope.Run(branch1), scope.Run(branch2), scope.Run(branch3)));
    }

    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"/>
    public static Task<(T1, T2, T3, T4)> FailFast<T1, T2, T3, T4>(
        Func<CancellationToken, Task<T1>> branch1,
        Func<CancellationToken, Task<T2>> branch2,
        Func<CancellationToken, Task<T3>> branch3,
        Func<CancellationToken, Task<T4>> branch4,
        CancellationToken cancellationToken = default)
    {
        var scope = new BranchScope(cancellationToken);
        return scope.JoinAll<Branches<T1, T2, T3, T4>, (T1, T2, T3, T4)>(new(
            scope.Run(branch1), scope.Run(branch2), scope.Run(branch3), scope.Run(branch4)));
    }

    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"/>
    public static Task<(T1, T2, T3, T4, T5)> FailFast<T1, T2, T3, T4, T5>(
        Func<CancellationToken, Task<T1>> branch1,
        Func<CancellationToken, Task<T2>> branch2,
        Func<CancellationToken, Task<T3>> branch3,
        Func<CancellationToken, Task<T4>> branch4,
        Func<CancellationToken, Task<T5>> branch5,
        CancellationToken cancellationToken = default)
    {
        var scope = new BranchScope(cancellationToken);
        return scope.JoinAll<Branches<T1, T2, T3, T4, T5>, (T1, T2, T3, T4, T5)>(new(
            scope.Run(branch1), scope.Run(branch2), scope.Run(branch3), scope.Run(branch4), scope.Run(branch5)));
    }

    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"/>
    public static Task<(T1, T2, T3, T4, T5, T6)> FailFast<T1, T2, T3, T4, T5, T6>(
        Func<CancellationToken, Task<T1>> branch1,
        Func<CancellationToken, Task<T2>> branch2,
        Func<CancellationToken, Task<T3>> branch3,
        Func<CancellationToken, Task<T4>> branch4,
        Func<CancellationToken, Task<T5>> branch5,
        Func<CancellationToken, Task<T6>> branch6,
        CancellationToken cancellationToken = default)
    {
        var scope = new BranchScope(cancellationToken);
        return scope.JoinAll<Branches<T1, T2, T3, T4, T5, T6>, (T1, T2, T3, T4, T5, T6)>(new(
            scope.Run(branch1), scope.Run(branch2), scope.Run(branch3), scope.Run(branch4), scope.Run(branch5), scope.Run(branch6)));
    }

    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"/>
    public static Task<(T1, T2, T3, T4, T5, T6, T7)> FailFast<T1, T2, T3, T4, T5, T6, T7>(
        Func<CancellationToken, Task<T1>> branch1,
        Func<CancellationToken, Task<T2>> branch2,
        Func<CancellationToken, Task<T3>> branch3,
        Func<CancellationToken, Task<T4>> branch4,
        Func<CancellationToken, Task<T5>> branch5,
        Func<CancellationToken, Task<T6>> branch6,
        Func<CancellationToken, Task<T7>> branch7,
        CancellationToken cancellationToken = default)
    {
        var scope = new BranchScope(cancellationToken);
        return scope.JoinAll<Branches<T1, T2, T3, T4, T5, T6, T7>, (T1, T2, T3, T4, T5, T6, T7)>(new(
            scope.Run(branch1), scope.Run(branch2), scope.Run(branch3), scope.Run(branch4),
            scope.Run(branch5), scope.Run(branch6), scope.Run(branch7)));
    }

    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"/>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8)> FailFast<T1, T2, T3, T4, T5, T6, T7, T8>(
        Func<CancellationToken, Task<T1>> branch1,
        Func<CancellationToken, Task<T2>> branch2,
        Func<CancellationToken, Task<T3>> branch3,
        Func<CancellationToken, Task<T4>> branch4,
        Func<CancellationToken, Task<T5>> branch5,
        Func<CancellationToken, Task<T6>> branch6,
        Func<CancellationToken, Task<T7>> branch7,
        Func<CancellationToken, Task<T8>> branch8,
        CancellationToken cancellationToken = default)
    {
        var scope = new BranchScope(cancellationToken);
        return scope.JoinAll<Branches<T1, T2, T3, T4, T5, T6, T7, T8>, (T1, T2, T3, T4, T5, T6, T7, T8)>(new(
            scope.Run(branch1), scope.Run(branch2), scope.Run(branch3), scope.Run(branch4),
            scope.Run(branch5), scope.Run(branch6), scope.Run(branch7), scope.Run(branch8)));
    }
}
