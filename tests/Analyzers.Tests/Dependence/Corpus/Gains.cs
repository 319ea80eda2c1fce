namespace Corpus;

public partial class Host
{
    [Ordered("Gain", "the service declares to run one call at a time")]
    public async Task<float> SerialService(float[] x, float[] y, CancellationToken ct)
    {
        var a = await serial.ToAsync.Predict(x, ct);
        var b = await serial.ToAsync.Predict(y, ct);
        return a + b;
    }

    [Overlap("2->1", "two instances of one call each")]
    public async Task<float> TwinService(float[] x, float[] y, CancellationToken ct)
    {
        var a = await twin.ToAsync.Predict(x, ct);
        var b = await twin.ToAsync.Predict(y, ct);
        return a + b;
    }

    [Overlap("2->1", "the same service, nothing declared")]
    public async Task<float> SameService(float[] x, float[] y, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelA.ToAsync.Predict(y, ct);
        return a + b;
    }

    [Overlap("3->2", "two on the serial service, a third beside them")]
    public async Task<float> SerialAndAnother(float[] x, float[] y, CancellationToken ct)
    {
        var a = await serial.ToAsync.Predict(x, ct);
        var b = await serial.ToAsync.Predict(y, ct);
        var c = await modelA.ToAsync.Predict(y, ct);
        return a + b + c;
    }

    [Overlap("", "both are started before either is awaited")]
    public async Task<float> AlreadyStarted(float[] x, CancellationToken ct)
    {
        var aTask = modelA.ToAsync.Predict(x, ct);
        var bTask = modelB.ToAsync.Predict(x, ct);
        return await aTask + await bTask;
    }

    [Overlap("", "Gather.All runs them together")]
    public async Task<float> AlreadyGathered(float[] x, CancellationToken ct)
    {
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(x, ct), modelB.ToAsync.Predict(x, ct));
        return a + b;
    }

    [Overlap("", "Task.WhenAll runs them together")]
    public async Task<float> AlreadyWhenAll(float[] x, CancellationToken ct)
    {
        var results = await Task.WhenAll(modelA.ToAsync.Predict(x, ct), modelB.ToAsync.Predict(x, ct));
        return results[0] + results[1];
    }

    [Overlap("", "the last need not wait for the second, but has to wait as long for the first")]
    public async Task<float> NothingToGainBehindGather(float[] x, string text, CancellationToken ct)
    {
        var countTask = texts.ToAsync.CountWords(text, ct);
        var scoreTask = modelA.ToAsync.Predict(x, ct);
        await Gather.All(countTask, scoreTask);
        var count = await countTask;
        var score = await scoreTask;
        var again = await modelB.ToAsync.Predict([count], ct);
        return score + again;
    }

    [Overlap("2->1", "a call behind a gather that could have joined it")]
    public async Task<float> CouldHaveJoinedGather(float[] x, CancellationToken ct)
    {
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(x, ct), modelB.ToAsync.Predict(x, ct));
        var c = await modelC.ToAsync.Score("x", ct);
        return a + b + c;
    }

    [Overlap("2->1", "a call before a gather that could have joined it")]
    public async Task<float> CouldHaveJoinedGatherBehind(float[] x, CancellationToken ct)
    {
        var c = await modelC.ToAsync.Score("x", ct);
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(x, ct), modelB.ToAsync.Predict(x, ct));
        return a + b + c;
    }

    [Overlap("2->1", "a call behind Task.WhenAll that could have joined it")]
    public async Task<float> CouldHaveJoinedWhenAll(float[] x, CancellationToken ct)
    {
        var aTask = modelA.ToAsync.Predict(x, ct);
        var bTask = modelB.ToAsync.Predict(x, ct);
        await Task.WhenAll(aTask, bTask);
        var c = await modelC.ToAsync.Score("x", ct);
        return await aTask + await bTask + c;
    }

    [Ordered("ValueFlow", "the call behind the gather needs it")]
    public async Task<float> NeedsGather(float[] x, CancellationToken ct)
    {
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(x, ct), modelB.ToAsync.Predict(x, ct));
        return await modelC.ToAsync.Rank(a, b, ct);
    }

    [Ordered("ValueFlow", "the results come out of the tasks that were gathered")]
    public async Task<float> NeedsGatheredTasks(float[] x, CancellationToken ct)
    {
        var aTask = modelA.ToAsync.Predict(x, ct);
        var bTask = modelB.ToAsync.Predict(x, ct);
        await Task.WhenAll(aTask, bTask);
        return await modelC.ToAsync.Rank(aTask.Result, bTask.Result, ct);
    }

    [Overlap("2->1", "started late: only the last could have been started earlier")]
    public async Task<float> StartedLate(float[] x, CancellationToken ct)
    {
        var aTask = modelA.ToAsync.Predict(x, ct);
        var bTask = modelB.ToAsync.Predict(x, ct);
        var a = await aTask;
        var c = await modelC.ToAsync.Score("x", ct);
        return a + c + await bTask;
    }

    [Overlap("2->1", "the array of tasks is gathered as a whole")]
    public async Task<float> ArrayOfTasks(float[] x, CancellationToken ct)
    {
        var tasks = new[] { modelA.ToAsync.Predict(x, ct), modelB.ToAsync.Predict(x, ct) };
        var results = await Task.WhenAll(tasks);
        var c = await modelC.ToAsync.Score("x", ct);
        return results.Length + c;
    }

    [Ordered("OrderUnwatched", "gathered together with something foreign")]
    public async Task<float> GatheredWithForeign(float[] x, CancellationToken ct)
    {
        var aTask = modelA.ToAsync.Predict(x, ct);
        await Task.WhenAll(aTask, Elsewhere());
        return await aTask + await modelB.ToAsync.Predict(x, ct);
    }
}
