/// <summary>Seed 40121: the second argument could start at once, but with it the third would, and that is a command.</summary>
public sealed class CommandBehindAnAwaitedArgument(Model.Proxy model, Catalog.Proxy catalog, Ledger.Proxy ledger)
{
    public async Task<string> RunAsync(int x, string name, Row row, CancellationToken ct)
    {
        var all = await Task.WhenAll(
            ledger.ToAsync.Apply(await ledger.ToAsync.Balance(name, ct), ct),
            model.ToAsync.Score(row, ct),
            catalog.ToAsync.Update(x, 0, ct));
        return Show.All(all);
    }
}
