namespace Pipeline.Differential.Services;

/// <summary>Everything declared, sometimes against the name.</summary>
[Service]
public partial class Ledger(IBackend backend)
{
    [Api(Effect = Effect.Reads)]
    public Task<int> BalanceAsync(string account, CancellationToken ct) => backend.AskAsync<int>(account, ct);

    [Api(Effect = Effect.Reads)]
    public Task<int> ApplyAsync(int x, CancellationToken ct) => backend.AskAsync<int>(x, ct);

    [Api(Effect = Effect.Reads)]
    public Task<(int Low, int High)> RangeAsync(int x, CancellationToken ct) => backend.AskAsync<(int, int)>(x, ct);

    [Api(Effect = Effect.None)]
    public Task<int> TaxAsync(int amount, int rate, CancellationToken ct) => backend.AskAsync<int>(amount, rate, ct);

    [Api(Effect = Effect.Writes)]
    public Task<int> GetNextAsync(int x, CancellationToken ct) => backend.AskAsync<int>(x, ct);

    [Api(Effect = Effect.Writes)]
    public Task<int> EnrichAsync(Box box, CancellationToken ct) => backend.AskAsync<int>(box, ct);

    [Api(Effect = Effect.Writes)]
    public Task PostAsync(int amount, CancellationToken ct) => backend.TellAsync(amount, ct);
}
