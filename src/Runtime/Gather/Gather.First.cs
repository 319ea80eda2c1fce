using System.Runtime.CompilerServices;

namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Starts the branches and returns the result of the first to succeed. The others are canceled and waited for; how they end does
    /// not matter.
    /// </summary>
    /// <remarks>
    /// If all fail, the first failure in argument order is thrown; <see cref="FailuresOf"/> the returned task has the others. Branches
    /// start as those of <see cref="FailFast{T}(CancellationToken, ReadOnlySpan{Func{CancellationToken, Task{T}}})"/> do.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no branches.</exception>
    public static Task<T> First<T>(CancellationToken cancellationToken, params ReadOnlySpan<Func<CancellationToken, Task<T>>> branches)
    {
        if (branches.IsEmpty)
            throw new ArgumentException("Without branches there is no first to succeed.", nameof(branches));
        return Join<FirstBranch<T>, T>.Start(new(new Race<T>(1, branches.ToArray(), cancellationToken)));
    }

    /// <inheritdoc cref="First{T}(CancellationToken, ReadOnlySpan{Func{CancellationToken, Task{T}}})"/>
    public static Task<T> First<T>(CancellationToken cancellationToken, IEnumerable<Func<CancellationToken, Task<T>>> branches) =>
        First(cancellationToken, branches.ToArray().AsSpan());

    /// <summary>
    /// Starts branches without results and waits until one has succeeded. The others are canceled and waited for; how they end does
    /// not matter.
    /// </summary>
    /// <inheritdoc cref="First{T}(CancellationToken, ReadOnlySpan{Func{CancellationToken, Task{T}}})"/>
    /// <inheritdoc cref="FailFast{TBranches}(CancellationToken, TBranches)" path="/typeparam"/>
    [OverloadResolutionPriority(-1)]
    public static Task First<TBranches>(CancellationToken cancellationToken, TBranches branches)
        where TBranches : IEnumerable<Func<CancellationToken, Task>> =>
        First(cancellationToken, branches.Select(VoidBranch.WithResult));
}
