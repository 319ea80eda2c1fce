namespace Pipeline.Differential.Services;

/// <summary>One call at a time, and who waits long runs out of time.</summary>
[Service(Effect = Effect.None, Concurrency = 1, Timeout = "00:00:01")]
public partial class Press(IBackend backend)
{
    [Api]
    public Task<int> EstimateAsync(int x, CancellationToken ct) => backend.AskAsync<int>(x, ct);
}
