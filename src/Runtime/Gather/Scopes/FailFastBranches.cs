namespace Pipeline;

/// <summary>Branches of which the first failure stops the others.</summary>
internal struct FailFastBranches<TBranches, TResults>(TBranches branches, BranchScope scope) : IBranches<TResults>
    where TBranches : struct, IBranches<TResults>
{
#pragma warning disable IDE0044 // Waiting for the branches changes them.
    private TBranches _branches = branches;
#pragma warning restore IDE0044

    /// <inheritdoc/>
    public readonly bool Succeeded => _branches.Succeeded && scope.Failures.Count == 0;

    /// <inheritdoc/>
    public readonly TResults Results => _branches.Results;

    /// <inheritdoc/>
    public readonly IReadOnlyList<Exception> Failures
    {
        get
        {
            // The scope knows which failure came first; the branches are asked so that their exceptions count as observed.
            _ = _branches.Failures;
            return scope.Failures;
        }
    }

    /// <inheritdoc/>
    public Task? NextPending() => _branches.NextPending() ?? (scope.Stopping is { IsCompleted: false } stopping ? stopping : null);
}
