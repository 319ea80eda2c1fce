namespace Pipeline.Benchmarks.Latency;

/// <summary>A call that takes 50 ms.</summary>
[Service]
public partial class LongCall
{
    /// <summary>Waits.</summary>
    [Api]
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(50, cancellationToken);
        return 50;
    }
}
