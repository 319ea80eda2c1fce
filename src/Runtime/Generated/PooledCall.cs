namespace Pipeline.Generated;

/// <summary>A call of a sync member that waits for a slot, then runs on the thread pool.</summary>
internal abstract class PooledCall : IThreadPoolWorkItem
{
    /// <summary>Where the call waits, when it had to; guarded by the lock of its <see cref="CallSlots"/>.</summary>
    public LinkedListNode<PooledCall>? Place { get; set; }

    /// <summary>Whether the caller has its answer already: the call was canceled.</summary>
    public abstract bool IsAnswered { get; }

    /// <inheritdoc/>
    public abstract void Execute();
}
