namespace Pipeline.Benchmarks.Calls;

/// <summary>A way to the target that somebody writes by hand.</summary>
public abstract class Forward
{
    /// <summary>The sync call.</summary>
    public abstract int Add(int value);

    /// <summary>The async call.</summary>
    public abstract Task<int> AddLater(int value, bool suspends, CancellationToken cancellationToken);
}
