namespace Pipeline.Benchmarks;

/// <summary>Two branches.</summary>
public class GatherTwoBenchmarks : GatherBenchmarks
{
    protected override Task<int> StartAll()
    {
        _ = Start();
        return Start();
    }

    protected override async Task<int> ByWhenAll()
    {
        var a = Start();
        var b = Start();
        await Task.WhenAll(a, b);
        return a.Result + b.Result;
    }

    protected override async Task<int> ByGather()
    {
        var (a, b) = await Gather.All(Start(), Start());
        return a + b;
    }

    protected override async Task<int> ByAwaitingEach()
    {
        var a = Start();
        var b = Start();
        return await a + await b;
    }
}
