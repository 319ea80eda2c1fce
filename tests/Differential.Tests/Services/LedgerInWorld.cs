using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Services;

/// <summary>What is declared is true.</summary>
public sealed class LedgerInWorld(World world) : Ledger.Proxy(new View(world))
{
    private static readonly Api BalanceApi = new(nameof(Ledger), nameof(Balance), Effect.Reads);
    private static readonly Api ApplyApi = new(nameof(Ledger), nameof(Apply), Effect.Reads);
    private static readonly Api RangeApi = new(nameof(Ledger), nameof(Range), Effect.Reads);
    private static readonly Api TaxApi = new(nameof(Ledger), nameof(Tax), Effect.None);
    private static readonly Api GetNextApi = new(nameof(Ledger), nameof(GetNext), Effect.Writes);
    private static readonly Api EnrichApi = new(nameof(Ledger), nameof(Enrich), Effect.Writes) { Change = arguments => Enriched((Box)arguments[0]!) };
    private static readonly Api PostApi = new(nameof(Ledger), nameof(Post), Effect.Writes);

    public override int Balance(string account, CancellationToken ct = default) => world.Call<int>(BalanceApi, [account], ct);

    public override int Apply(int x, CancellationToken ct = default) => world.Call<int>(ApplyApi, [x], ct);

    public override (int Low, int High) Range(int x, CancellationToken ct = default) => world.Call<(int Low, int High)>(RangeApi, [x], ct);

    public override int Tax(int amount, int rate, CancellationToken ct = default) => world.Call<int>(TaxApi, [amount, rate], ct);

    public override int GetNext(int x, CancellationToken ct = default) => world.Call<int>(GetNextApi, [x], ct);

    public override int Enrich(Box box, CancellationToken ct = default) => world.Call<int>(EnrichApi, [box], ct);

    public override void Post(int amount, CancellationToken ct = default) => world.Call<ValueTuple>(PostApi, [amount], ct);

    private static void Enriched(Box box)
    {
        box.Value += 3;
        box.Items.Add(box.Value);
    }

    private sealed class View(World world) : Async
    {
        public override Task<int> Balance(string account, CancellationToken ct = default) => world.CallAsync<int>(BalanceApi, [account], ct);

        public override Task<int> Apply(int x, CancellationToken ct = default) => world.CallAsync<int>(ApplyApi, [x], ct);

        public override Task<(int Low, int High)> Range(int x, CancellationToken ct = default) => world.CallAsync<(int Low, int High)>(RangeApi, [x], ct);

        public override Task<int> Tax(int amount, int rate, CancellationToken ct = default) => world.CallAsync<int>(TaxApi, [amount, rate], ct);

        public override Task<int> GetNext(int x, CancellationToken ct = default) => world.CallAsync<int>(GetNextApi, [x], ct);

        public override Task<int> Enrich(Box box, CancellationToken ct = default) => world.CallAsync<int>(EnrichApi, [box], ct);

        public override Task Post(int amount, CancellationToken ct = default) => world.CallAsync<ValueTuple>(PostApi, [amount], ct);
    }
}
