namespace Pipeline.Analyzers.Dependence.Calls;

/// <summary>Through what a call reaches the other side; as flags, which calls an analysis looks at.</summary>
[Flags]
internal enum CallViews
{
    /// <summary><c>proxy.ToAsync.M(…)</c>: a task.</summary>
    Async = 1,

    /// <summary><c>proxy.M(…)</c>: the caller's thread waits.</summary>
    Sync = 2,

    /// <summary>A client of another library that is documented safe for concurrent use.</summary>
    Client = 4,
}
