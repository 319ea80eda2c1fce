namespace Pipeline.Differential.Services;

/// <summary>Two calls at a time, and nobody waits: what comes beyond is rejected.</summary>
[Service(Effect = Effect.Reads, Concurrency = 2, QueueLimit = 0)]
public partial class Gpu(IBackend backend)
{
    [Api]
    public Task<int> RenderAsync(int x, CancellationToken ct) => backend.AskAsync<int>(x, ct);

    [Api]
    public Task<string> DescribeAsync(int x, CancellationToken ct) => backend.AskAsync<string>(x, ct);
}
