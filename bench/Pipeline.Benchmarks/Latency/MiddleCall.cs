namespace Pipeline.Benchmarks.Latency;

/// <summary>A call that takes 30 ms.</summary>
[Service]
public partial class MiddleCall
{
    /// <summary>Waits.</summary>
    [Api]
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(30, cancellationToken);
        return 30;
    }
}
