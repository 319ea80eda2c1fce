namespace Pipeline.Benchmarks.Calls;

/// <summary>What is called, as cheap as a call can be: everything measured is the way to it.</summary>
[Service]
public partial class Target
{
    /// <summary>A sync API.</summary>
    [Api(Idempotent = true)]
    public int Add(int value) => value + 1;

    /// <summary>Work that holds its thread for a moment.</summary>
    [Api(Idempotent = true)]
    public int Pause(int value) => Sleep(value);

    internal static int Sleep(int value)
    {
        Thread.SpinWait(200);
        return value + 1;
    }

    /// <summary>An async API that ends at once, or once it has been to the pool and back.</summary>
    [Api(Idempotent = true)]
    public async Task<int> AddLaterAsync(int value, bool suspends, CancellationToken cancellationToken)
    {
        if (suspends) await Task.Yield();
        return value + 1;
    }
}
