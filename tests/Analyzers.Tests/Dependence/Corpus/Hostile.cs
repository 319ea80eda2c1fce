namespace Corpus;

/// <summary>Programs made up to break the analysis: each looks free at first sight.</summary>
public partial class Host
{
    [Ordered("HeapFlow", "a pattern looks into an object that others share")]
    public async Task<float> PatternOverShared(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(_page is { Visits: > 3 } ? 1 : 2, 1, ct);
    }

    [Ordered("HeapFlow", "`?.` looks into an object that others share")]
    public async Task<float> ConditionalAccessOverShared(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(_page?.Body ?? "", ct);
    }

    [Ordered("HeapFlow", "a choice of two objects, one of them shared")]
    public async Task<float> ChoiceOfShared(float[] x, bool flag, Page page, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score((flag ? page : _page).Body, ct);
    }

    [Ordered("HeapFlow", "the readonly field's list is added to by another member")]
    public async Task<float> ReadonlyListThatGrows(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await texts.ToAsync.ScoreAll(_growing, ct);
    }

    private readonly List<string> _growing = [];

    public void Grow(string text) => _growing.Add(text);

    [Ordered("HeapFlow", "the readonly array's elements are stored to by another member")]
    public async Task<float> ReadonlyArrayThatChanges(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict(_changing, ct);
    }

    private readonly float[] _changing = new float[3];

    public void Change(float value) => this._changing[0] = value;

    [Ordered("HiddenState", "the first call's own lambda captured the variable its result goes to")]
    public async Task<string> TargetCapturedByOwnArgument(string text, CancellationToken ct)
    {
        var found = "";
        found = await texts.ToAsync.FindWhere(text, word => word.Length > found.Length, ct);
        return found + await texts.ToAsync.Summarize(text, ct);
    }

    [Ordered("HeapFlow", "the stream is inside what both are given")]
    public async Task<string> SharedStreamInside(Stream stream, CancellationToken ct)
    {
        var head = await texts.ToAsync.ReadUpload(new Upload { Body = stream }, ct);
        return head + await texts.ToAsync.ReadUpload(new Upload { Body = stream }, ct);
    }

    [Ordered("HarmlessBetween", "a positional record's property has a body, which deconstruction runs")]
    public async Task<float> DeconstructionRunsCode(string text, float[] x, CancellationToken ct)
    {
        var (name, _) = await texts.ToAsync.ParseGuardedPair(text, ct);
        return name.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a record that others may derive from, with a copy constructor of their own")]
    public async Task<object> CloneMayRunCode(string text, OpenRecord open, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var copy = open with { Name = summary };
        return (copy, await modelB.ToAsync.Predict(x, ct));
    }

    public record OpenRecord(string Name);

    [Ordered("HarmlessBetween", "a member initializer converts by code")]
    public async Task<object> InitializerConverts(string text, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var thermometer = new Thermometer { Name = summary };
        return (thermometer, await modelB.ToAsync.Predict(x, ct));
    }

    public class Thermometer
    {
        public Celsius Freezing { get; } = 0f;
        public string Name { get; init; } = "";
    }

    [Ordered("HarmlessBetween", "a base class whose constructor runs code")]
    public async Task<object> BaseRunsCode(string text, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var derived = new DerivedRecord(summary);
        return (derived, await modelB.ToAsync.Predict(x, ct));
    }

    public record CountedBase { public CountedBase() => External.Keep(this); }

    public record DerivedRecord(string Name) : CountedBase;

    [Ordered("HarmlessBetween", "a type whose first use runs its static constructor")]
    public async Task<object> StaticConstructorRuns(string text, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var first = new FirstUse(summary);
        return (first, await modelB.ToAsync.Predict(x, ct));
    }

    public record FirstUse(string Name) { static FirstUse() => External.Keep("used"); }

    [Ordered("HarmlessBetween", "a static of a type whose first use runs its static constructor")]
    public async Task<object> StaticPropertyRuns(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var settings = LazySettings.Default;
        return (settings, a + await modelB.ToAsync.Predict(x, ct));
    }

    public class LazySettings
    {
        static LazySettings() => External.Keep("used");
        public static LazySettings Default { get; } = new();
    }

    [Ordered("OrderUnwatched", "work that nobody gathered starts between")]
    public async Task<float> OtherWorkStartsBetween(float[] x, string[] rows, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var all = await Gather.Each(rows, (row, token) => store.ToAsync.GetOrCreate(row, token), maxConcurrency: 2);
        return a + all.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "work that nobody gathered starts between, and is awaited later")]
    public async Task<float> OtherWorkInFlight(float[] x, string[] rows, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var all = Gather.Each(rows, (row, token) => store.ToAsync.GetOrCreate(row, token), maxConcurrency: 2);
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + b + (await all).Length;
    }

    [Ordered("HarmlessBetween", "the result of the first is asked for by an extension method's null check")]
    public async Task<float> ExtensionOnNull(string text, float[] x, CancellationToken ct)
    {
        var title = await texts.ToAsync.FindTitle(text, ct);
        var sure = title.OrThrow();
        return sure.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an implicit conversion of the result into what the variable is declared as")]
    public async Task<float> TupleConversionRunsCode(string text, float[] x, CancellationToken ct)
    {
        (Celsius Degrees, int Count) pair = (await modelA.ToAsync.Predict(x, ct), 1);
        return pair.Count + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("ValueFlow", "the second is reached through the first's result")]
    public async Task<float> ReceiverFromResult(Dictionary<string, float> cache, string text, CancellationToken ct)
    {
        var words = await texts.ToAsync.ListWords(text, ct);
        return await texts.ToAsync.ScoreAll(words, ct) + cache.Count;
    }

    [Ordered("ValueFlow", "the value goes round by the condition of an assignment inside an argument")]
    public async Task<float> ConditionInsideArguments(string text, float k, CancellationToken ct)
    {
        var english = await texts.ToAsync.IsEnglish(text, ct);
        var other = 1f;
        _ = english && (other = k) > 0;
        return await modelC.ToAsync.Rank(other, 1, ct);
    }

    [Ordered("ValueFlow", "`??=` passes the first result on")]
    public async Task<float> CoalesceAssignment(string text, CancellationToken ct)
    {
        var title = await texts.ToAsync.FindTitle(text, ct);
        title ??= text;
        return await modelC.ToAsync.Score(title, ct);
    }

    [Ordered("ValueFlow", "an out variable of a pattern combinator")]
    public async Task<float> PatternCombinator(string text, CancellationToken ct)
    {
        object? title = await texts.ToAsync.FindTitle(text, ct);
        var length = title is string { Length: var n and > 3 } ? n : 0;
        return await modelC.ToAsync.Rank(length, 1, ct);
    }

    [Ordered("ValueFlow", "nested tuples, taken apart one by one")]
    public async Task<float> NestedTuples(string text, CancellationToken ct)
    {
        var ((head, _), one) = (await texts.ToAsync.ParseParts(text, ct), 1);
        return await modelC.ToAsync.Score(head, ct) + one;
    }

    [Ordered("ValueFlow", "the collection expression holds the first result")]
    public async Task<float> SpreadOfResult(string text, CancellationToken ct)
    {
        var words = await texts.ToAsync.ListWords(text, ct);
        List<string> more = ["x", .. words];
        return await texts.ToAsync.ScoreAll(more, ct);
    }

    [Ordered("ValueFlow", "an anonymous object holds the first result")]
    public async Task<float> AnonymousHolder(string text, CancellationToken ct)
    {
        var holder = new { Summary = await texts.ToAsync.Summarize(text, ct) };
        return await modelC.ToAsync.Score(holder.Summary, ct);
    }

    [Ordered("ValueFlow", "the object initializer holds the first result")]
    public async Task<float> InitializerHolder(string text, CancellationToken ct)
    {
        var page = new Page { Body = await texts.ToAsync.Summarize(text, ct) };
        return await modelC.ToAsync.Score(page.Body, ct);
    }

    [Ordered("HiddenState", "the swap goes through a field")]
    public async Task<float> SwapThroughField(float[] x, float y, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        (_total, y) = (y, _total);
        return a + await modelC.ToAsync.Rank(y, 1, ct);
    }

    [Ordered("OrderUnwatched", "the task goes into a tuple: what is awaited is not known")]
    public async Task<float> TaskInTuple(float[] x, CancellationToken ct)
    {
        var tasks = (modelA.ToAsync.Predict(x, ct), 1);
        var a = await tasks.Item1;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("OrderUnwatched", "one of two tasks is awaited, nobody knows which")]
    public async Task<float> EitherTask(float[] x, bool flag, CancellationToken ct)
    {
        var aTask = modelA.ToAsync.Predict(x, ct);
        var bTask = modelB.ToAsync.Predict(x, ct);
        var first = await (flag ? aTask : bTask);
        return first + await modelC.ToAsync.Score("x", ct);
    }

    [Ordered("OrderUnwatched", "WhenAny waits for one of them only")]
    public async Task<float> WhenAnyTask(float[] x, CancellationToken ct)
    {
        var aTask = modelA.ToAsync.Predict(x, ct);
        var bTask = modelB.ToAsync.Predict(x, ct);
        var first = await Task.WhenAny(aTask, bTask);
        return await first + await modelC.ToAsync.Score("x", ct);
    }

    [Ordered("OrderUnwatched", "a lambda replaces the task while it runs")]
    public async Task<float> TaskReplacedByLambda(float[] x, CancellationToken ct)
    {
        var task = modelA.ToAsync.Predict(x, ct);
        External.Keep(() => task = Task.FromResult(1f));
        var a = await task;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HiddenState", "in the iterator the consumer sees the variable it was given")]
    public async IAsyncEnumerable<float> IteratorWritesCaptured(float[] x)
    {
        float a = 0;
        yield return await modelC.ToAsync.Score("x");
        Func<float> read = () => a;
        External.Keep(read);
        a = await modelA.ToAsync.Predict(x);
        yield return a + await modelB.ToAsync.Predict(x);
    }

    [Ordered("HarmlessBetween", "a local with the async view of something that may be null")]
    public async Task<float> MaybeNullView(float[] x, ModelC.Proxy? other, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var view = other!.ToAsync;
        return a + await view.Score("x", ct);
    }

    [Ordered("SafeArguments", "a member that is declared not null and set to `null!`")]
    public async Task<float> NotNullByClaim(float[] x, Node node, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(node.Next.Name, ct);
    }

    public class Node
    {
        public Node Next { get; set; } = null!;
        public string Name { get; set; } = "";
    }

    [Ordered("SafeArguments", "nullable was off where it comes from: nothing says it is not null")]
    public async Task<float> NullableOff(float[] x, CancellationToken ct)
    {
        var page = External.Page();
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(page.Body, ct);
    }

    [Overlap("2->1", "keys of a new dictionary, filled in place")]
    public async Task<Dictionary<string, float>> DictionaryInitializer(float[] x, CancellationToken ct) => new()
    {
        ["a"] = await modelA.ToAsync.Predict(x, ct),
        ["b"] = await modelB.ToAsync.Predict(x, ct),
    };
}

public static class Extensions
{
    public static string OrThrow(this string? text) => text ?? throw new ArgumentNullException(nameof(text));
}

public sealed class Upload
{
    public Stream? Body { get; init; }
}

public record GuardedPair(string Name, int Count)
{
    public string Name { get => field.Length > 0 ? field : throw new InvalidOperationException(); init; } = Name;
}

#nullable disable
public class Old(ModelA.Proxy modelA, ModelC.Proxy other)
{
    private readonly ModelC.Proxy _other = other;

    [Overlap("2->1", "nullable is off, but what is injected is there")]
    public async Task<float> InjectedInOldCode(float[] x)
    {
        var a = await modelA.ToAsync.Predict(x);
        return a + await _other.ToAsync.Score("x");
    }

    [Ordered("SafeArguments", "nullable is off: an argument's member may be asked of null")]
    public async Task<float> MemberInOldCode(float[] x, Page page)
    {
        var a = await modelA.ToAsync.Predict(x);
        return a + await _other.ToAsync.Score(page.Body);
    }
}
