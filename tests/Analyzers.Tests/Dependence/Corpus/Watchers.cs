namespace Corpus;

public partial class Host
{
    [Ordered("OrderUnwatched", "something else is awaited between")]
    public async Task<float> ForeignAwaitBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        await Elsewhere();
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("OrderUnwatched", "a pause between: the rate is meant")]
    public async Task<float> DelayBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        await Task.Delay(100, ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("OrderUnwatched", "Task.Yield between")]
    public async Task<float> YieldTaskBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        await Task.Yield();
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("OrderUnwatched", "the clock is read between: it measures the first")]
    public async Task<TimeSpan> ClockBetween(float[] x, CancellationToken ct)
    {
        var start = DateTime.UtcNow;
        var a = await modelA.ToAsync.Predict(x, ct);
        var took = DateTime.UtcNow - start;
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + b > 0 ? took : default;
    }

    [Ordered("OrderUnwatched", "a stopwatch is read between")]
    public async Task<long> StopwatchBetween(float[] x, Stopwatch watch, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var took = watch.ElapsedMilliseconds;
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + b > 0 ? took : 0;
    }

    [Ordered("OrderUnwatched", "the clock is read for the second's arguments")]
    public async Task<float> ClockInArguments(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var now = DateTime.UtcNow;
        return a + await modelC.ToAsync.Rank(now.Year, 1, ct);
    }

    [Ordered("OrderUnwatched", "an ambient value is set between")]
    public async Task<float> AmbientBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Ambient.Value = "second";
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "an ambient value set before both is the same for both")]
    public async Task<float> AmbientBefore(float[] x, CancellationToken ct)
    {
        Ambient.Value = "both";
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("OrderUnwatched", "an async stream of the user's is walked between")]
    public async Task<float> StreamBetween(float[] x, IAsyncEnumerable<float> more, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        await foreach (var value in more)
            a += value;
        return a + await modelB.ToAsync.Predict(x, ct);
    }
}
