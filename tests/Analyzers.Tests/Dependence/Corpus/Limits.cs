namespace Corpus;

[Service(Effect = Effect.Reads, Concurrency = 2, QueueLimit = 0)] public partial class Gpu { [Api] public float Render(string text) => text.Length; }

[Service(Effect = Effect.None, Concurrency = 4, Timeout = "1s")] public partial class Press { [Api] public float Print(string text) => text.Length; }

[Service(Effect = Effect.None, Concurrency = 4)] public partial class Wide { [Api] public float Measure(string text) => text.Length; }

[Service(Effect = Effect.None)] public partial class FirstBehindGpu(Gpu.Proxy gpu) { [Api] public float Guess(string text) => gpu.Render(text); }

[Service(Effect = Effect.None)] public partial class SecondBehindGpu(FirstBehindGpu.Proxy first) { [Api] public float Guess(string text) => first.Guess(text); }

[Service(Effect = Effect.None)]
public partial class Narrow
{
    [Api(Concurrency = 1)] public float Weigh(string text) => text.Length;
    [Api] public float Compare(string text) => text.Length;
}

public sealed class Document
{
    public string Text { get; set; } = "";
    public List<string> Tags { get; } = [];
}

[Service] public partial class Enricher { [Api] public int Enrich(Document document) { document.Tags.Add("new"); return document.Tags.Count; } }

[Service(Effect = Effect.None)]
public partial class Tagger
{
    [Api] public string Classify(Document document) => document.Text;
    [Api(Effect = Effect.Writes)] public Task LearnAsync(Document document) => Task.CompletedTask;
}

public class Limited(
    Gpu.Proxy gpu, Press.Proxy press, Wide.Proxy wide, FirstBehindGpu.Proxy first, SecondBehindGpu.Proxy second,
    Narrow.Proxy narrow, Enricher.Proxy enricher, Tagger.Proxy tagger)
{
    [Ordered("Gain", "two at once fill the service, and the next request is rejected")]
    public async Task<float> NoQueue(string x, string y, CancellationToken ct)
    {
        var a = await gpu.ToAsync.Render(x, ct);
        var b = await gpu.ToAsync.Render(y, ct);
        return a + b;
    }

    [Ordered("Gain", "what waits for a slot may run out of time")]
    public async Task<float> SlotsAndTimeout(string x, string y, CancellationToken ct)
    {
        var a = await press.ToAsync.Print(x, ct);
        var b = await press.ToAsync.Print(y, ct);
        return a + b;
    }

    [Overlap("2->1", "slots without a limit to the queue: the second only waits")]
    public async Task<float> SlotsAlone(string x, string y, CancellationToken ct)
    {
        var a = await wide.ToAsync.Measure(x, ct);
        var b = await wide.ToAsync.Measure(y, ct);
        return a + b;
    }

    [Ordered("Gain", "both reach the service without a queue, one through two others")]
    public async Task<float> ReachedByBoth(string x, string y, CancellationToken ct)
    {
        var a = await gpu.ToAsync.Render(x, ct);
        var b = await second.ToAsync.Guess(y, ct);
        return a + b;
    }

    [Ordered("Gain", "neither is the service without a queue, both reach it")]
    public async Task<float> ReachedBehindBoth(string x, string y, CancellationToken ct)
    {
        var a = await first.ToAsync.Guess(x, ct);
        var b = await second.ToAsync.Guess(y, ct);
        return a + b;
    }

    [Overlap("2->1", "two services with limits of their own")]
    public async Task<float> LimitsOfTheirOwn(string x, string y, CancellationToken ct)
    {
        var a = await gpu.ToAsync.Render(x, ct);
        var b = await press.ToAsync.Print(y, ct);
        return a + b;
    }

    [OrderedLoop("Gain", "the iterations at once would be rejected")]
    public async Task<List<float>> LoopWithoutQueue(string[] texts, CancellationToken ct)
    {
        var all = new List<float>();
        foreach (var text in texts)
            all.Add(await first.ToAsync.Guess(text, ct));
        return all;
    }

    [Ordered("Gain", "the API runs one call at a time")]
    public async Task<float> OneOfAnApi(string x, string y, CancellationToken ct)
    {
        var a = await narrow.ToAsync.Weigh(x, ct);
        var b = await narrow.ToAsync.Weigh(y, ct);
        return a + b;
    }

    [Overlap("2->1", "only the other API of the service runs one call at a time")]
    public async Task<float> OneOfEachApi(string x, string y, CancellationToken ct)
    {
        var a = await narrow.ToAsync.Weigh(x, ct);
        var b = await narrow.ToAsync.Compare(y, ct);
        return a + b;
    }

    [Ordered("QueriesOnly", "the first writes into the document that the second reads, though that one is pure")]
    public async Task<string> EnrichThenClassify(Document document, CancellationToken ct)
    {
        var tags = await enricher.ToAsync.Enrich(document, ct);
        var label = await tagger.ToAsync.Classify(document, ct);
        return label + tags;
    }

    [Ordered("QueriesOnly", "the command belongs to the service that is asked")]
    public async Task<string> LearnThenClassify(Document document, string text, CancellationToken ct)
    {
        await tagger.ToAsync.Learn(document, ct);
        return await tagger.ToAsync.Classify(new Document { Text = text }, ct);
    }

    [Overlap("2->1", "a document made here, which the command has never seen")]
    public async Task<string> EnrichThenClassifyAnother(Document document, string text, CancellationToken ct)
    {
        var tags = await enricher.ToAsync.Enrich(document, ct);
        var label = await tagger.ToAsync.Classify(new Document { Text = text }, ct);
        return label + tags;
    }

    [Ordered("QueriesOnly", "a document made here of what the command changes")]
    public async Task<string> EnrichThenClassifyACopy(Document document, CancellationToken ct)
    {
        var tags = await enricher.ToAsync.Enrich(document, ct);
        var label = await tagger.ToAsync.Classify(new Document { Text = document.Text }, ct);
        return label + tags;
    }

    [OrderedLoop("HarmlessBetween", "the loop observes its token between the items: all at once it would not")]
    public async Task<List<float>> LoopThatObservesItsToken(string[] texts, CancellationToken ct)
    {
        var all = new List<float>();
        foreach (var text in texts)
        {
            ct.ThrowIfCancellationRequested();
            all.Add(await wide.ToAsync.Measure(text, ct));
        }

        return all;
    }
}
