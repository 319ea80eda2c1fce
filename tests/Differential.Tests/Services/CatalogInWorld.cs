using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Services;

/// <summary>What the names say is true; the name that says nothing belongs to a command.</summary>
public sealed class CatalogInWorld(World world) : Catalog.Proxy
{
    private static readonly Api FindApi = new(nameof(Catalog), nameof(Find), Effect.Reads);
    private static readonly Api FindMatchApi = new(nameof(Catalog), nameof(FindMatch), Effect.Reads, MayBeNull: true);
    private static readonly Api GetNameApi = new(nameof(Catalog), nameof(GetName), Effect.Reads);
    private static readonly Api GetBoxApi = new(nameof(Catalog), nameof(GetBox), Effect.Reads);
    private static readonly Api ListIdsApi = new(nameof(Catalog), nameof(ListIds), Effect.Reads);
    private static readonly Api ExistsApi = new(nameof(Catalog), nameof(Exists), Effect.Reads);
    private static readonly Api SaveApi = new(nameof(Catalog), nameof(Save), Effect.Writes);
    private static readonly Api UpdateApi = new(nameof(Catalog), nameof(Update), Effect.Writes);
    private static readonly Api ReserveApi = new(nameof(Catalog), nameof(Reserve), Effect.Writes);
    private static readonly Api FrobnicateApi = new(nameof(Catalog), nameof(Frobnicate), Effect.Writes);

    public override Row Find(int id, CancellationToken ct = default) => world.Call<Row>(FindApi, [id], ct);

    protected override Task<Row> FindAsync(int id, CancellationToken ct) => world.CallAsync<Row>(FindApi, [id], ct);

    public override Row? FindMatch(string name, CancellationToken ct = default) => world.Call<Row?>(FindMatchApi, [name], ct);

    protected override Task<Row?> FindMatchAsync(string name, CancellationToken ct) => world.CallAsync<Row?>(FindMatchApi, [name], ct);

    public override string GetName(int id, CancellationToken ct = default) => world.Call<string>(GetNameApi, [id], ct);

    protected override Task<string> GetNameAsync(int id, CancellationToken ct) => world.CallAsync<string>(GetNameApi, [id], ct);

    public override Box GetBox(int id, CancellationToken ct = default) => world.Call<Box>(GetBoxApi, [id], ct);

    protected override Task<Box> GetBoxAsync(int id, CancellationToken ct) => world.CallAsync<Box>(GetBoxApi, [id], ct);

    public override List<int> ListIds(int limit, CancellationToken ct = default) => world.Call<List<int>>(ListIdsApi, [limit], ct);

    protected override Task<List<int>> ListIdsAsync(int limit, CancellationToken ct) => world.CallAsync<List<int>>(ListIdsApi, [limit], ct);

    public override bool Exists(int id, CancellationToken ct = default) => world.Call<bool>(ExistsApi, [id], ct);

    protected override Task<bool> ExistsAsync(int id, CancellationToken ct) => world.CallAsync<bool>(ExistsApi, [id], ct);

    public override void Save(Row row, CancellationToken ct = default) => world.Call<ValueTuple>(SaveApi, [row], ct);

    protected override Task SaveAsync(Row row, CancellationToken ct) => world.CallAsync<ValueTuple>(SaveApi, [row], ct);

    public override int Update(int id, int value, CancellationToken ct = default) => world.Call<int>(UpdateApi, [id, value], ct);

    protected override Task<int> UpdateAsync(int id, int value, CancellationToken ct) => world.CallAsync<int>(UpdateApi, [id, value], ct);

    public override bool Reserve(int id, CancellationToken ct = default) => world.Call<bool>(ReserveApi, [id], ct);

    protected override Task<bool> ReserveAsync(int id, CancellationToken ct) => world.CallAsync<bool>(ReserveApi, [id], ct);

    public override int Frobnicate(int x, CancellationToken ct = default) => world.Call<int>(FrobnicateApi, [x], ct);

    protected override Task<int> FrobnicateAsync(int x, CancellationToken ct) => world.CallAsync<int>(FrobnicateApi, [x], ct);
}
