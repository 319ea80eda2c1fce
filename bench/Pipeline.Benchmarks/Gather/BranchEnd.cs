namespace Pipeline.Benchmarks;

/// <summary>When a branch ends.</summary>
public enum BranchEnd
{
    /// <summary>Before it is gathered: a cached answer.</summary>
    Before,

    /// <summary>After it is gathered, one branch after the other, in argument order.</summary>
    After,

    /// <summary>On a pool thread of its own choice: the branch yields once.</summary>
    OnThePool,
}
