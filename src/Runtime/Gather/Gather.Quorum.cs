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
    /// <see cref="FailFast{T}(CancellationToken, ReadOnlySpan{Func{CancellationToken, Task{T}}})"/> do.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="k"/> is less than one or more than there are branches. No branch has been started.
    /// </exception>
    public static Task<T[]> Quorum<T>(
        int k, CancellationToken cancellationToken, params ReadOnlySpan<Func<CancellationToken, Task<T>>> branches)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, branches.Length);
        return Join<Race<T>, T[]>.Start(new(k, branches.ToArray(), cancellationToken));
    }

    /// <inheritdoc cref="Quorum{T}(int, CancellationToken, ReadOnlySpan{Func{CancellationToken, Task{T}}})"/>
    public static Task<T[]> Quorum<T>(
        int k, CancellationToken cancellationToken, IEnumerable<Func<CancellationToken, Task<T>>> branches) =>
        Quorum(k, cancellationToken, branches.ToArray().AsSpan());

    /// <summary>
    /// Starts branches without results and waits until <paramref name="k"/> have succeeded. The others are canceled and waited for;
    /// how they end does not matter.
    /// </summary>
    /// <inheritdoc cref="Quorum{T}(int, CancellationToken, ReadOnlySpan{Func{CancellationToken, Task{T}}})"/>
    /// <inheritdoc cref="FailFast{TBranches}(CancellationToken, TBranches)" path="/typeparam"/>
    [OverloadResolutionPriority(-1)]
    public static Task Quorum<TBranches>(int k, CancellationToken cancellationToken, TBranches branches)
        where TBranches : IEnumerable<Func<CancellationToken, Task>> =>
        Quorum(k, cancellationToken, branches.Select(VoidBranch.WithResult));
}
