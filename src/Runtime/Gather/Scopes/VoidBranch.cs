namespace Pipeline;

/// <summary>Branches without results, as branches whose result says nothing.</summary>
internal static class VoidBranch
{
    public static Func<CancellationToken, Task<ValueTuple>> WithResult(Func<CancellationToken, Task> branch) => async cancellationToken =>
    {
        ArgumentNullException.ThrowIfNull(branch);
        await (branch(cancellationToken) ?? Branch.NoTask<ValueTuple>()).ConfigureAwait(false);
        return default;
    };
}
