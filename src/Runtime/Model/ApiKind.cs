namespace Pipeline;

/// <summary>How an API runs.</summary>
public enum ApiKind
{
    /// <summary>Returns its result: CPU-bound or blocking work.</summary>
    Sync,

    /// <summary>Returns a task.</summary>
    Async,

    /// <summary>Returns an <see cref="IEnumerable{T}"/>, produced item by item.</summary>
    SyncStream,

    /// <summary>Returns an <see cref="IAsyncEnumerable{T}"/>, produced item by item.</summary>
    AsyncStream,
}
