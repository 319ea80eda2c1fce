namespace Corpus;

public partial class Host
{
    [Overlap("2->1", "ConfigureAwait changes where the rest runs, not what is awaited")]
    public async Task<float> ConfigureAwaitFalse(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct).ConfigureAwait(false);
        var b = await modelB.ToAsync.Predict(x, ct).ConfigureAwait(false);
        return a + b;
    }

    [Ordered("OrderUnwatched", "SuppressThrowing goes on although the first fails")]
    public async Task<float> SuppressThrowing(float[] x, CancellationToken ct)
    {
        await ((Task)modelA.ToAsync.Predict(x, ct)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "ConfigureAwait with options that keep exceptions")]
    public async Task<float> ConfigureAwaitOptionsKept(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct).ConfigureAwait(ConfigureAwaitOptions.None);
        return a + await modelB.ToAsync.Predict(x, ct).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Ordered("OrderUnwatched", "WaitAsync changes what is awaited")]
    public async Task<float> WaitAsync(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x).WaitAsync(ct);
        var b = await modelB.ToAsync.Predict(x).WaitAsync(TimeSpan.FromSeconds(1), ct);
        return a + b;
    }

    [Ordered("OrderUnwatched", "ContinueWith changes what is awaited")]
    public async Task<float> ContinueWith(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct).ContinueWith(task => task.Result + 1, TaskScheduler.Default);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "parentheses")]
    public async Task<float> Parentheses(float[] x, CancellationToken ct)
    {
        var a = (await (modelA.ToAsync.Predict(x, ct)));
        return a + (await (modelB.ToAsync.Predict(x, ct)));
    }

    [Overlap("2->1", "a numeric cast of the result")]
    public async Task<double> Casts(float[] x, CancellationToken ct)
    {
        var a = (double)await modelA.ToAsync.Predict(x, ct);
        var b = (int)await modelB.ToAsync.Predict(x, ct);
        return a + b;
    }

    [Overlap("2->1", "locals that only hold the tasks, each awaited before the next starts")]
    public async Task<float> TaskLocals(float[] x, CancellationToken ct)
    {
        var aTask = modelA.ToAsync.Predict(x, ct);
        var a = await aTask;
        Task<float> bTask = modelB.ToAsync.Predict(x, ct);
        var b = await bTask.ConfigureAwait(false);
        return a + b;
    }

    [Ordered("OrderUnwatched", "the task is handed to someone else and awaited under a condition")]
    public async Task<float> TaskAwaitedConditionally(float[] x, bool flag, CancellationToken ct)
    {
        var aTask = modelA.ToAsync.Predict(x, ct);
        float a = 0;
        if (flag)
            a = await aTask;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("OrderUnwatched", "the task lives on in a field")]
    public async Task<float> TaskInField(float[] x, CancellationToken ct)
    {
        _running = modelA.ToAsync.Predict(x, ct);
        var a = await _running;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    private Task<float>? _running;

    [Ordered("OrderUnwatched", "the local is given another task before it is awaited")]
    public async Task<float> TaskLocalReplaced(float[] x, CancellationToken ct)
    {
        var task = modelA.ToAsync.Predict(x, ct);
        Replace(ref task);
        var a = await task;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    private static void Replace(ref Task<float> task) => task = Task.FromResult(0f);

    [Overlap("2->1", "a null-forgiving await")]
    public async Task<string> NullForgiving(string text, CancellationToken ct)
    {
        var title = (await texts.ToAsync.FindTitle(text, ct))!;
        var summary = await texts.ToAsync.Summarize(text, ct);
        return title + summary;
    }

    [Overlap("2->1", "a result that is thrown away explicitly, declared a query")]
    public async Task<string> ExplicitDiscard(string text, CancellationToken ct)
    {
        _ = await store.ToAsync.Handle("key", ct);
        return await texts.ToAsync.Summarize(text, ct);
    }

    [Ordered("SameRegion", "Task.Run around the call is somebody else's task")]
    public async Task<float> WrappedInTaskRun(float[] x, CancellationToken ct)
    {
        var a = await Task.Run(() => modelA.ToAsync.Predict(x, ct), ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        var c = await Task.Run(() => modelC.ToAsync.Score("x", ct), ct);
        return a + b + c;
    }
}
