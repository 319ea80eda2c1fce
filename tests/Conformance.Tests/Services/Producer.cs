namespace Pipeline.Conformance.Tests.Services;

/// <summary>Counts what it makes.</summary>
[Service]
public sealed partial class Producer(Probe probe)
{
    private int _inside;

    [Api(ReadAhead = 8)]
    public IAsyncEnumerable<int> AheadAsync() => ProduceAsync("ahead");

    [Api]
    public IAsyncEnumerable<int> AskedAsync() => ProduceAsync("asked");

    /// <summary>The most calls that were in it at a time, this one included; ends when it is let go.</summary>
    [Api]
    public int Hold()
    {
        int inside = Interlocked.Increment(ref _inside);
        probe.Signal($"inside {inside}");
        probe.SeenAsync("go").GetAwaiter().GetResult();
        Interlocked.Decrement(ref _inside);
        return inside;
    }

    [Api(Idempotent = true)]
    public Task<string> IdAsync()
    {
        var call = CallContext.Current;
        probe.Keep($"id {call.Attempt}", call.Id);
        return call.Attempt == 1 ? throw new IOException("once") : Task.FromResult(call.Id);
    }

    [Api]
    public Task FailAsync() => throw new OutOfStockException("secret shelf");

    private async IAsyncEnumerable<int> ProduceAsync(string name)
    {
        for (int item = 1; ; item++)
        {
            probe.Keep(name, item);
            probe.Signal($"{name} {item}");
            yield return item;
            await Task.Yield();
        }
    }
}
