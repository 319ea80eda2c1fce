namespace Pipeline.Differential.Services;

/// <summary>One call at a time.</summary>
[Service(Effect = Effect.Reads, Concurrency = 1, Instances = 1)]
public partial class Gate(IBackend backend)
{
    [Api]
    public Task<int> MeasureAsync(int x, CancellationToken ct) => backend.AskAsync<int>(x, ct);

    [Api]
    public Task<bool> CheckAsync(int x, CancellationToken ct) => backend.AskAsync<bool>(x, ct);
}
