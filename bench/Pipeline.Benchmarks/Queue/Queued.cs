namespace Pipeline.Benchmarks.Queue;

/// <summary>The bodies behind every queue.</summary>
[Service]
public partial class Queued
{
    /// <summary>Work on the processor, next to nothing of it.</summary>
    [Api]
    public int Compute(int value) => value + 1;

    /// <summary>Work that leaves its thread once.</summary>
    [Api]
    public async Task<int> FetchAsync(int value, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return value + 1;
    }
}
