namespace Pipeline;

/// <summary>Works on one item at a time.</summary>
internal sealed class ItemWorker(CancellationToken caller)
{
    /// <summary>What stops the worker.</summary>
    public BranchScope Scope { get; } = new(caller);

    /// <summary>The place of its item.</summary>
    public long Item { get; set; } = -1;
}
