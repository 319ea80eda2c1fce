namespace Pipeline;

/// <summary>Waits for all branches, then returns how they ended.</summary>
internal static class Settlement
{
    /// <summary>Settles <paramref name="branches"/>, which no one else may use afterwards.</summary>
    public static async Task<TOutcomes> Start<TBranches, TOutcomes>(TBranches branches, Func<TBranches, TOutcomes> outcomes)
        where TBranches : struct, IBranches
    {
        while (branches.NextPending() is { } pending)
            await pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return outcomes(branches);
    }
}
