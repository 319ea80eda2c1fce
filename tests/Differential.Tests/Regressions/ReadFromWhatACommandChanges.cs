/// <summary>Seed 6000170: the number is read from an object that the command changes.</summary>
public sealed class ReadFromWhatACommandChanges(Model.Proxy model, Ledger.Proxy ledger)
{
    public async Task<string> RunAsync(int y, Box box, CancellationToken ct)
    {
        var enriched = await ledger.ToAsync.Enrich(box, ct);
        var largest = Math.Max(await model.ToAsync.Predict(y, ct), await model.ToAsync.Predict(box.Value, ct).ConfigureAwait(false));
        return Show.All(enriched, largest);
    }
}
