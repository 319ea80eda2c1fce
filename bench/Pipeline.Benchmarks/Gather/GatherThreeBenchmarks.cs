namespace Pipeline.Benchmarks;

/// <summary>Three branches.</summary>
public class GatherThreeBenchmarks : GatherBenchmarks
{
    protected override Task<int> StartAll()
    {
        _ = Start();
        _ = Start();
        return Start();
    }

    protected override async Task<int> ByWhenAll()
    {
        var a = Start();
        var b = Start();
        var c = Start();
        await Task.WhenAll(a, b, c);
        return a.Result + b.Result + c.Result;
    }

    protected override async Task<int> ByGather()
    {
        var (a, b, c) = await Gather.All(Start(), Start(), Start());
        return a + b + c;
    }

    protected override async Task<int> ByAwaitingEach()
    {
        var a = Start();
        var b = Start();
        var c = Start();
        return await a + await b + await c;
    }
}
