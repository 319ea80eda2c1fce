using System.Runtime.CompilerServices;

namespace Pipeline;

public static partial class Gather
{
    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"/>
    public static Task<T[]> FailFast<T>(
        ReadOnlySpan<Func<CancellationToken, Task<T>>> branches, CancellationToken cancellationToken = default)
    {
        var scope = new BranchScope(cancellationToken);
        var running = new Task<T>[branches.Length];
        for (int i = 0; i < running.Length; i++)
            running[i] = scope.Run(branches[i]);
        return scope.JoinAll<LongBranchList<T>, T[]>(new(running));
    }

    /// <inheritdoc cref="FailFast{T1, T2}(Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}}, CancellationToken)"/>
    public static Task<T[]> FailFast<T>(
        IEnumerable<Func<CancellationToken, Task<T>>> branches, CancellationToken cancellationToken = default) =>
        FailFast(branches.ToArray().AsSpan(), cancellationToken);

    /// <inheritdoc cref="FailFast(Func{CancellationToken, Task}, Func{CancellationToken, Task}, CancellationToken)"/>
    /// <typeparam name="TBranches">
    /// Any sequence of branches. It is a type of its own so that <c>[c =&gt; …, c =&gt; …]</c>, in which a branch with a result would
    /// count as one without, does not compile.
    /// </typeparam>
    [OverloadResolutionPriority(-1)]
    public static Task FailFast<TBranches>(TBranches branches, CancellationToken cancellationToken = default)
        where TBranches : IEnumerable<Func<CancellationToken, Task>> =>
        FailFastVoid([.. branches], cancellationToken);
}
