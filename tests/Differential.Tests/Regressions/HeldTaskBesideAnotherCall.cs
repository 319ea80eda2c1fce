/// <summary>Seed 7011245: the held task ran beside a call of no group, which then had to wait for it.</summary>
public sealed class HeldTaskBesideAnotherCall(Model.Proxy model, Catalog.Proxy catalog)
{
    public async Task<string> RunAsync(int x, int y, string name, Row row, Box box, CancellationToken ct)
    {
        var first = await model.ToAsync.Blend(await model.ToAsync.Embed(name + "!", ct), await catalog.ToAsync.Update(y, box.Value, ct), ct);
        var task = model.ToAsync.Score(row, ct);
        var made = new Row(await model.ToAsync.Predict(y, ct), await catalog.ToAsync.GetName(y, ct), new[] { x, 4 });
        await task;
        return Show.All(first, made.Name);
    }
}
