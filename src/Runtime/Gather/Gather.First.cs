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
    /// start as those of <see cref="FailFast{T}(ReadOnlySpan{Func{CancellationToken, Task{T}}}, CancellationToken)"/> do.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no branches.</exception>
    public static Task<T> First<T>(
        ReadOnlySpan<Func<CancellationToken, Task<T>>> branches, CancellationToken cancellationToken = default)
    {
        if (branches.IsEmpty)
            throw new ArgumentException("Without branches there is no first to succeed.", nameof(branches));
        return Join<FirstBranch<T>, T>.Start(new(new Race<T>(1, branches.ToArray(), cancellationToken)));
    }

    /// <inheritdoc cref="First{T}(ReadOnlySpan{Func{CancellationToken, Task{T}}}, CancellationToken)"/>
    public static Task<T> First<T>(
        IEnumerable<Func<CancellationToken, Task<T>>> branches, CancellationToken cancellationToken = default) =>
        First(branches.ToArray().AsSpan(), cancellationToken);

    /// <summary>
    /// Starts branches without results and waits until one has succeeded. The others are canceled and waited for; how they end does
    /// not matter.
    /// </summary>
    /// <inheritdoc cref="First{T}(ReadOnlySpan{Func{CancellationToken, Task{T}}}, CancellationToken)"/>
    /// <inheritdoc cref="FailFast{TBranches}(TBranches, CancellationToken)" path="/typeparam"/>
    [OverloadResolutionPriority(-1)]
    public static Task First<TBranches>(TBranches branches, CancellationToken cancellationToken = default)
        where TBranches : IEnumerable<Func<CancellationToken, Task>> =>
        First(branches.Select(KeptBranch.Of), cancellationToken);
}
