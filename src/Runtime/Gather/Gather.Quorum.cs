using System.Runtime.CompilerServices;

namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Starts the branches and returns the results of the first <paramref name="k"/> to succeed, in argument order. The others are
    /// canceled and waited for; how they end does not matter.
    /// </summary>
    /// <remarks>
    /// As soon as too many have failed, the rest is canceled too, and the first failure in argument order is thrown;
    /// <see cref="FailuresOf"/> the returned task has the others. Branches start as those of
    /// <see cref="FailFast{T}(ReadOnlySpan{Func{CancellationToken, Task{T}}}, CancellationToken)"/> do.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="k"/> is less than one or more than there are branches. No branch has been started.
    /// </exception>
    public static Task<T[]> Quorum<T>(
        int k, ReadOnlySpan<Func<CancellationToken, Task<T>>> branches, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, branches.Length);
        return Join<Race<T>, T[]>.Start(new(k, branches.ToArray(), cancellationToken));
    }

    /// <inheritdoc cref="Quorum{T}(int, ReadOnlySpan{Func{CancellationToken, Task{T}}}, CancellationToken)"/>
    public static Task<T[]> Quorum<T>(
        int k, IEnumerable<Func<CancellationToken, Task<T>>> branches, CancellationToken cancellationToken = default) =>
        Quorum(k, branches.ToArray().AsSpan(), cancellationToken);

    /// <summary>
    /// Starts branches without results and waits until <paramref name="k"/> have succeeded. The others are canceled and waited for;
    /// how they end does not matter.
    /// </summary>
    /// <inheritdoc cref="Quorum{T}(int, ReadOnlySpan{Func{CancellationToken, Task{T}}}, CancellationToken)"/>
    /// <inheritdoc cref="FailFast{TBranches}(TBranches, CancellationToken)" path="/typeparam"/>
    [OverloadResolutionPriority(-1)]
    public static Task Quorum<TBranches>(int k, TBranches branches, CancellationToken cancellationToken = default)
        where TBranches : IEnumerable<Func<CancellationToken, Task>> =>
        Quorum(k, branches.Select(KeptBranch.Of), cancellationToken);
}
