/// <summary>Seed 7001223: the division fails before anything starts; in a branch of its own, it no longer kept the second call away.</summary>
public sealed class ThrowingArgumentInABranch(Model.Proxy model, Ledger.Proxy ledger)
{
    public async Task<string> RunAsync(int x, int y, int[] values, CancellationToken ct)
    {
        var (left, right) = await Gather.All(model.ToAsync.Predict(await ledger.ToAsync.Tax(5, x / y), ct), model.ToAsync.Total(values, ct));
        return Show.All(left, right);
    }
}
