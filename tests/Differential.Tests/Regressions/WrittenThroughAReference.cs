/// <summary>Seed 209: the name of the API promises a query, its body writes a field through a local by reference.</summary>
public sealed class WrittenThroughAReference(Catalog.Proxy catalog, Ledger.Proxy ledger, WrittenThroughAReferenceHelper.Proxy helper)
{
    public async Task<string> RunAsync(int x, string name, CancellationToken ct)
    {
        var balance = await ledger.ToAsync.Balance(name, ct);
        var level = await helper.ToAsync.FindLevel(x, ct);
        var found = await catalog.ToAsync.GetName(x, ct);
        return Show.All(balance, level, found);
    }
}

[Service]
public partial class WrittenThroughAReferenceHelper(Model.Proxy model)
{
    private readonly int[] _table = [1, 2, 3];

    [Api]
    public async Task<int> FindLevelAsync(int x, CancellationToken ct)
    {
        ref var slot = ref _table[1];
        slot = x;
        return await model.ToAsync.Predict(x, ct);
    }
}
