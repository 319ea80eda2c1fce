using System.Runtime.CompilerServices;

namespace Pipeline;

public static partial class Gather
{
    /// <inheritdoc cref="FailFast{T1, T2}(CancellationToken, Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}})"/>
    public static Task<T[]> FailFast<T>(
        CancellationToken cancellationToken, params ReadOnlySpan<Func<CancellationToken, Task<T>>> branches)
    {
        var scope = new BranchScope(cancellationToken);
        var running = new Task<T>[branches.Length];
        for (int i = 0; i < running.Length; i++)
            running[i] = scope.Run(branches[i]);
        return scope.JoinAll<LongBranchList<T>, T[]>(new(running));
    }

    /// <inheritdoc cref="FailFast{T1, T2}(CancellationToken, Func{CancellationToken, Task{T1}}, Func{CancellationToken, Task{T2}})"/>
    public static Task<T[]> FailFast<T>(CancellationToken cancellationToken, IEnumerable<Func<CancellationToken, Task<T>>> branches) =>
        FailFast(cancellationToken, branches.ToArray().AsSpan());

    /// <inheritdoc cref="FailFast(CancellationToken, Func{CancellationToken, Task})"/>
    /// <typeparam name="TBranches">
    /// Any sequence of branches. It is a type of its own so that <c>[c =&gt; …, c =&gt; …]</c>, in which a branch with a result would
    /// count as one without, does not compile.
    /// </typeparam>
    [OverloadResolutionPriority(-1)]
    public static Task FailFast<TBranches>(CancellationToken cancellationToken, TBranches branches)
        where TBranches : IEnumerable<Func<CancellationToken, Task>> =>
        FailFastVoid(cancellationToken, [.. branches]);
}
