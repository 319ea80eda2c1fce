/// <summary>Seed 50008: the first argument starts before the await in the second; taken out of the gather, the await came first.</summary>
public sealed class AwaitBehindAStartedArgument(Model.Proxy model, Ledger.Proxy ledger)
{
    public async Task<string> RunAsync(int x, int y, CancellationToken ct)
    {
        var (low, high) = await ledger.ToAsync.Range(x, ct);
        var (left, right) = await Gather.All(ledger.ToAsync.Apply(high, ct), model.ToAsync.Predict(await model.ToAsync.Predict(0, ct), ct));
        var last = await model.ToAsync.Predict(y, ct);
        return Show.All(low, left, right, last);
    }
}
