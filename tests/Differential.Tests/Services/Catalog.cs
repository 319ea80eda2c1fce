namespace Pipeline.Differential.Services;

/// <summary>Nothing declared: only the names tell queries from commands, and one name tells nothing.</summary>
[Service]
public partial class Catalog(IBackend backend)
{
    [Api]
    public Task<Row> FindAsync(int id, CancellationToken ct) => backend.AskAsync<Row>(id, ct);

    [Api]
    public Task<Row?> FindMatchAsync(string name, CancellationToken ct) => backend.AskAsync<Row?>(name, ct);

    [Api]
    public Task<string> GetNameAsync(int id, CancellationToken ct) => backend.AskAsync<string>(id, ct);

    [Api]
    public Task<Box> GetBoxAsync(int id, CancellationToken ct) => backend.AskAsync<Box>(id, ct);

    [Api]
    public Task<List<int>> ListIdsAsync(int limit, CancellationToken ct) => backend.AskAsync<List<int>>(limit, ct);

    [Api]
    public Task<bool> ExistsAsync(int id, CancellationToken ct) => backend.AskAsync<bool>(id, ct);

    [Api]
    public Task SaveAsync(Row row, CancellationToken ct) => backend.TellAsync(row, ct);

    [Api]
    public Task<int> UpdateAsync(int id, int value, CancellationToken ct) => backend.AskAsync<int>(id, value, ct);

    [Api]
    public Task<bool> ReserveAsync(int id, CancellationToken ct) => backend.AskAsync<bool>(id, ct);

    [Api]
    public Task<int> FrobnicateAsync(int x, CancellationToken ct) => backend.AskAsync<int>(x, ct);
}
