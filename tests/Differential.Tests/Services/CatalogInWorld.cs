using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Services;

/// <summary>What the names say is true; the name that says nothing belongs to a command.</summary>
public sealed class CatalogInWorld(World world) : Catalog.Proxy(new View(world))
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

    public override Row? FindMatch(string name, CancellationToken ct = default) => world.Call<Row?>(FindMatchApi, [name], ct);

    public override string GetName(int id, CancellationToken ct = default) => world.Call<string>(GetNameApi, [id], ct);

    public override Box GetBox(int id, CancellationToken ct = default) => world.Call<Box>(GetBoxApi, [id], ct);

    public override List<int> ListIds(int limit, CancellationToken ct = default) => world.Call<List<int>>(ListIdsApi, [limit], ct);

    public override bool Exists(int id, CancellationToken ct = default) => world.Call<bool>(ExistsApi, [id], ct);

    public override void Save(Row row, CancellationToken ct = default) => world.Call<ValueTuple>(SaveApi, [row], ct);

    public override int Update(int id, int value, CancellationToken ct = default) => world.Call<int>(UpdateApi, [id, value], ct);

    public override bool Reserve(int id, CancellationToken ct = default) => world.Call<bool>(ReserveApi, [id], ct);

    public override int Frobnicate(int x, CancellationToken ct = default) => world.Call<int>(FrobnicateApi, [x], ct);

    private sealed class View(World world) : Async
    {
        public override Task<Row> Find(int id, CancellationToken ct = default) => world.CallAsync<Row>(FindApi, [id], ct);

        public override Task<Row?> FindMatch(string name, CancellationToken ct = default) => world.CallAsync<Row?>(FindMatchApi, [name], ct);

        public override Task<string> GetName(int id, CancellationToken ct = default) => world.CallAsync<string>(GetNameApi, [id], ct);

        public override Task<Box> GetBox(int id, CancellationToken ct = default) => world.CallAsync<Box>(GetBoxApi, [id], ct);

        public override Task<List<int>> ListIds(int limit, CancellationToken ct = default) => world.CallAsync<List<int>>(ListIdsApi, [limit], ct);

        public override Task<bool> Exists(int id, CancellationToken ct = default) => world.CallAsync<bool>(ExistsApi, [id], ct);

        public override Task Save(Row row, CancellationToken ct = default) => world.CallAsync<ValueTuple>(SaveApi, [row], ct);

        public override Task<int> Update(int id, int value, CancellationToken ct = default) => world.CallAsync<int>(UpdateApi, [id, value], ct);

        public override Task<bool> Reserve(int id, CancellationToken ct = default) => world.CallAsync<bool>(ReserveApi, [id], ct);

        public override Task<int> Frobnicate(int x, CancellationToken ct = default) => world.CallAsync<int>(FrobnicateApi, [x], ct);
    }
}
