namespace Pipeline.Benchmarks;

/// <summary>Eight branches.</summary>
public class GatherEightBenchmarks : GatherBenchmarks
{
    protected override Task<int> StartAll()
    {
        _ = Start();
        _ = Start();
        _ = Start();
        _ = Start();
        _ = Start();
        _ = Start();
        _ = Start();
        return Start();
    }

    protected override async Task<int> ByWhenAll()
    {
        var a = Start();
        var b = Start();
        var c = Start();
        var d = Start();
        var e = Start();
        var f = Start();
        var g = Start();
        var h = Start();
        await Task.WhenAll(a, b, c, d, e, f, g, h);
        return a.Result + b.Result + c.Result + d.Result + e.Result + f.Result + g.Result + h.Result;
    }

    protected override async Task<int> ByGather()
    {
        var (a, b, c, d, e, f, g, h) = await Gather.All(Start(), Start(), Start(), Start(), Start(), Start(), Start(), Start());
        return a + b + c + d + e + f + g + h;
    }

    protected override async Task<int> ByAwaitingEach()
    {
        var a = Start();
        var b = Start();
        var c = Start();
        var d = Start();
        var e = Start();
        var f = Start();
        var g = Start();
        var h = Start();
        return await a + await b + await c + await d + await e + await f + await g + await h;
    }
}
