namespace Corpus;

/// <summary>What programs do every day around two calls.</summary>
public partial class Everyday(
    ModelA.Proxy modelA, ModelB.Proxy modelB, ModelC.Proxy modelC, Texts.Proxy texts, Store.Proxy store, ILogger<Everyday> logger)
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private float _total;
    private volatile int _version;

    [Overlap("2->1", "a gate around both is held until both are over")]
    public async Task<float> GateAround(float[] x, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            return a + await modelB.ToAsync.Predict(x, ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    [Ordered("OrderUnwatched", "a gate between is waited for")]
    public async Task<float> GateBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        await _gate.WaitAsync(ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "both in one attempt: whichever fails, the next attempt makes both again")]
    public async Task<float> BothInOneAttempt(float[] x, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var a = await modelA.ToAsync.Predict(x, ct);
                return a + await modelB.ToAsync.Predict(x, ct);
            }
            catch (TimeoutException) when (attempt < 3)
            {
                logger.LogWarning("once more");
            }
        }
    }

    [Overlap("2->1", "fields that get both results at once, when both are there")]
    public async Task<float> FieldsOfDeconstruction(float[] x, CancellationToken ct)
    {
        (_total, var b) = (await modelA.ToAsync.Predict(x, ct), await modelB.ToAsync.Predict(x, ct));
        return b;
    }

    [Ordered("HiddenState", "the field gets the first results before the third call")]
    public async Task<float> FieldsOfDeconstructionBefore(float[] x, CancellationToken ct)
    {
        (_total, var one) = (await modelA.ToAsync.Predict(x, ct), 1);
        return one + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HiddenState", "the field is read before the first call and written after it")]
    public async Task<float> CompoundIntoField(float[] x, CancellationToken ct)
    {
        _total += await modelA.ToAsync.Predict(x, ct);
        return await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "the token of a source that is this method's own")]
    public async Task<float> TokenOfOwnSource(float[] x, CancellationToken ct)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(ct);
        source.CancelAfter(TimeSpan.FromSeconds(3));
        var a = await modelA.ToAsync.Predict(x, source.Token);
        return a + await modelB.ToAsync.Predict(x, source.Token);
    }

    [Ordered("SafeArguments", "the token of a source that others may have disposed of")]
    public async Task<float> TokenOfSharedSource(float[] x)
    {
        var a = await modelA.ToAsync.Predict(x);
        return a + await modelB.ToAsync.Predict(x, _stopping.Token);
    }

    [Ordered("SafeArguments", "the token of a source that the caller may have disposed of")]
    public async Task<float> TokenOfGivenSource(float[] x, CancellationTokenSource source)
    {
        var a = await modelA.ToAsync.Predict(x);
        return a + await modelB.ToAsync.Predict(x, source.Token);
    }

    [Ordered("SafeArguments", "the token of a source that comes from elsewhere")]
    public async Task<float> TokenOfFoundSource(float[] x)
    {
        var source = Current();
        var a = await modelA.ToAsync.Predict(x, source.Token);
        return a + await modelB.ToAsync.Predict(x, source.Token);
    }

    private static CancellationTokenSource Current() => new();

    [Ordered("SafeArguments", "the source of the token is disposed of on the way")]
    public async Task<float> TokenOfDisposedSource(float[] x, bool stop)
    {
        var source = new CancellationTokenSource();
        if (stop)
            source.Dispose();
        var a = await modelA.ToAsync.Predict(x);
        return a + await modelB.ToAsync.Predict(x, source.Token);
    }

    [Ordered("HeapFlow", "a volatile field is read for the second")]
    public async Task<float> VolatileForSecond(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(_version, 1, ct);
    }

    [Ordered("SafeArguments", "a new identity for the second, made after the first's")]
    public async Task<string> IdentityForSecond(string text, CancellationToken ct)
    {
        var a = await texts.ToAsync.Summarize(text, ct);
        return a + await texts.ToAsync.Summarize(Guid.NewGuid().ToString(), ct);
    }

    [Ordered("SafeArguments", "a random number for the second")]
    public async Task<float> RandomForSecond(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(Random.Shared.NextSingle(), 1, ct);
    }

    [Ordered("SafeArguments", "a range of a text may be out of range")]
    public async Task<float> RangeOfText(string text, float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(text[..3], ct);
    }

    [Overlap("2->1", "a text made of a length, in a format that every number has")]
    public async Task<float> TextOfLength(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score($"{x.Length:N0} values", ct);
    }

    [Ordered("OrderUnwatched", "a text that tells the time")]
    public async Task<float> TextOfTime(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score($"{DateTime.UtcNow}", ct);
    }

    [Ordered("HiddenState", "the argument counts its visits while it is given")]
    public async Task<float> CountedArgument(float[] x, Page page, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(page.Visits++, 1, ct);
    }

    [Ordered("OrderUnwatched", "something else is awaited for the second's argument")]
    public async Task<float> AwaitInArgument(float[] x, Task<string> other, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(await other, ct);
    }

    [Ordered("ValueFlow", "the second's condition looks at the first's result")]
    public async Task<string> LambdaOverResult(string text, CancellationToken ct)
    {
        var found = await texts.ToAsync.FindTitle(text, ct);
        return await texts.ToAsync.FindWhere(text, word => word == found, ct);
    }

    [Ordered("HarmlessBetween", "a number of some type, whose operator is its own")]
    public async Task<T> GenericArithmetic<T>(T seed, float[] x, CancellationToken ct)
        where T : System.Numerics.INumber<T>
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var twice = seed + seed;
        var b = await modelB.ToAsync.Predict(x, ct);
        return a > b ? twice : seed;
    }

    [Ordered("HarmlessBetween", "a float becomes a decimal only if it fits")]
    public async Task<decimal> DecimalOfResult(float[] x, CancellationToken ct)
    {
        var a = (decimal)await modelA.ToAsync.Predict(x, ct);
        return a + (decimal)await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a type parameter's constructor is code")]
    public async Task<object> NewOfTypeParameter<T>(float[] x, CancellationToken ct)
        where T : new()
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var made = new T();
        return (made, a, await modelB.ToAsync.Predict(x, ct));
    }

    [Ordered("OrderUnwatched", "a local function that awaits, called between")]
    public async Task<float> LocalFunctionBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        await Rest();
        return a + await modelB.ToAsync.Predict(x, ct);

        static async Task Rest() => await Task.Yield();
    }

    [Ordered("SameRegion", "a logging scope that both calls' logs belong to")]
    public async Task<float> LoggingScope(float[] x, CancellationToken ct)
    {
        using var scope = logger.BeginScope("both");
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "both results are checked together, after both calls")]
    public async Task<float> CheckedAfterBoth(string text, CancellationToken ct)
    {
        var title = await texts.ToAsync.FindTitle(text, ct);
        var summary = await texts.ToAsync.Summarize(text, ct);
        ArgumentException.ThrowIfNullOrEmpty(title);
        return title.Length + summary.Length;
    }

    [Ordered("HarmlessBetween", "the first result is checked before the second call")]
    public async Task<float> CheckedBetween(string text, CancellationToken ct)
    {
        var title = await texts.ToAsync.FindTitle(text, ct);
        ArgumentException.ThrowIfNullOrEmpty(title);
        var summary = await texts.ToAsync.Summarize(text, ct);
        return title.Length + summary.Length;
    }

    [Overlap("3->1", "a screen's three parts, as every page loads them")]
    public async Task<object> ThreePartsOfAScreen(string url, string text, float[] x, CancellationToken ct)
    {
        Page page = await texts.ToAsync.LoadPage(url, ct).ConfigureAwait(false);
        List<string> words = await texts.ToAsync.ListWords(text, ct).ConfigureAwait(false);
        float rank = await modelB.ToAsync.Predict(x, ct).ConfigureAwait(false);
        return new { page, words, rank };
    }

    [Overlap("3->2", "the details need the page, the words need nothing")]
    public async Task<object> DetailsOfAScreen(string url, string text, CancellationToken ct)
    {
        var page = await texts.ToAsync.LoadPage(url, ct);
        var summary = await texts.ToAsync.Summarize(page.Body, ct);
        var words = await texts.ToAsync.ListWords(text, ct);
        return (page, summary, words);
    }

    [Overlap("2->1", "the lambda of an endpoint")]
    public Func<string, CancellationToken, Task<float>> Endpoint() => async (text, ct) =>
    {
        var words = await texts.ToAsync.CountWords(text, ct);
        var score = await modelC.ToAsync.Score(text, ct);
        return words + score;
    };

    [Loop("Sum", "texts joined in the order of the items")]
    public async Task<string> TextsJoined(string[] rows, CancellationToken ct)
    {
        var all = "";
        foreach (var row in rows)
            all += await texts.ToAsync.Summarize(row, ct);
        return all;
    }

    [OrderedLoop("QueriesOnly", "what each call stores may be what the next one finds")]
    public async Task<List<string>> GetOrCreateEach(string[] keys, CancellationToken ct)
    {
        var results = new List<string>();
        foreach (var key in keys)
            results.Add(await store.ToAsync.GetOrCreate(key, ct));
        return results;
    }

    [OrderedLoop("SameRegion", "an item that fails is left out, and the loop goes on")]
    public async Task<List<float>> FailuresLeftOut(float[][] rows, CancellationToken ct)
    {
        var results = new List<float>();
        foreach (var row in rows)
        {
            try
            {
                results.Add(await modelA.ToAsync.Predict(row, ct));
            }
            catch (InvalidOperationException e)
            {
                logger.LogError(e, "left out");
            }
        }

        return results;
    }

    [OrderedLoop("ValueFlow", "the best so far is compared with each")]
    public async Task<float> BestOf(float[][] rows, CancellationToken ct)
    {
        var best = 0f;
        foreach (var row in rows)
            best = Math.Max(best, await modelA.ToAsync.Predict(row, ct));
        return best;
    }
}
