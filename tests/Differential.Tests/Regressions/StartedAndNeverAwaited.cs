/// <summary>Seed 1007: the first call may outlive the method, and does so the more the sooner the method ends.</summary>
public sealed class StartedAndNeverAwaited(Catalog.Proxy catalog, Ledger.Proxy ledger, Gate.Proxy gate)
{
    public async Task<string> RunAsync(int x, string name, Box box, CancellationToken ct)
    {
        var forgotten = ledger.ToAsync.Balance(name + "!", ct);
        x = await gate.ToAsync.Measure(box.Value, ct);
        var other = await catalog.ToAsync.GetBox(2);
        return Show.All(x, other);
    }
}
