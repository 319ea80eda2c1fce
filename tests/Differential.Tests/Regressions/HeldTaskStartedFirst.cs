/// <summary>Seed 7002501 and others: the task that starts first is awaited last, and no fix was offered, as it threw.</summary>
public sealed class HeldTaskStartedFirst(Model.Proxy model, Ledger.Proxy ledger)
{
    public async Task<string> RunAsync(int x, int y, Row row, CancellationToken ct)
    {
        var task = model.ToAsync.Score(row, ct);
        var left = await model.ToAsync.Predict(x, ct);
        var right = await model.ToAsync.Predict(y, ct);
        var first = await task;
        return Show.All(first, left, right);
    }
}
