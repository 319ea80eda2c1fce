namespace Pipeline.Differential.Services;

/// <summary>Computations: no effect at all, declared once for the whole service.</summary>
[Service(Effect = Effect.None)]
public partial class Model(IBackend backend)
{
    [Api]
    public Task<int> PredictAsync(int x, CancellationToken ct) => backend.AskAsync<int>(x, ct);

    [Api]
    public Task<int[]> EmbedAsync(string text, CancellationToken ct) => backend.AskAsync<int[]>(text, ct);

    [Api]
    public Task<int> ScoreAsync(Row row, CancellationToken ct) => backend.AskAsync<int>(row, ct);

    [Api]
    public Task<int> BlendAsync(int[] values, int weight, CancellationToken ct) => backend.AskAsync<int>(values, weight, ct);

    [Api]
    public Task<int> InspectAsync(Box box, CancellationToken ct) => backend.AskAsync<int>(box, ct);

    [Api]
    public Task<int> TotalAsync(IEnumerable<int> values, CancellationToken ct) => backend.AskAsync<int>(values, ct);

    [Api]
    public Task VerifyAsync(int x, CancellationToken ct) => backend.TellAsync(x, ct);

    [Api]
    public Task<int> MapAsync(int x, Func<int, int> map, CancellationToken ct) => backend.AskAsync<int>(x, map, ct);
}
