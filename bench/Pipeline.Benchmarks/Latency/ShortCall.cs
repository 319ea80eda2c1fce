namespace Pipeline.Benchmarks.Latency;

/// <summary>A call that takes 20 ms.</summary>
[Service]
public partial class ShortCall
{
    /// <summary>Waits.</summary>
    [Api]
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(20, cancellationToken);
        return 20;
    }
}
