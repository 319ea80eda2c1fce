namespace Corpus;

/// <summary>What newer versions of the language, and the types around time, progress and ambience, hide in plain sight.</summary>
public partial class Modern(
    ModelA.Proxy modelA, ModelB.Proxy modelB, ModelC.Proxy modelC, Texts.Proxy texts, Store.Proxy store, TimeProvider clock, IProgress<float> progress)
{
    private static readonly System.Threading.Lock Gate = new();
    private readonly Page _page = new();
    private readonly List<Page> _pages = [];
    private readonly List<string> _names = [];
    private int _runs;

    public float Trimmed { get => field; set => field = value < 0 ? throw new ArgumentOutOfRangeException(nameof(value)) : value; }
    public string Lazily => field ??= External.Resolve("lazily");
    public event Action<float>? Scored;

    [Ordered("HeapFlow", "a local is another name for an object that others share")]
    public async Task<float> AliasOfShared(float[] x, CancellationToken ct)
    {
        var page = _page;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(page.Visits, 1, ct);
    }

    [Ordered("HeapFlow", "a pattern gives a name to an object that others share")]
    public async Task<float> PatternNameOfShared(float[] x, CancellationToken ct)
    {
        if (_page is not { } page)
            return 0;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(page.Body, ct);
    }

    [Ordered("HeapFlow", "the loop variable is an object that others share")]
    public async Task<float> LoopNameOfShared(float[] x, CancellationToken ct)
    {
        float sum = 0;
        foreach (var page in _pages)
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            sum += a + await modelC.ToAsync.Score(page.Body, ct);
        }

        return sum;
    }

    [Ordered("HeapFlow", "the count of a list that others share, by another name")]
    public async Task<float> CountOfAlias(float[] x, CancellationToken ct)
    {
        var names = _names;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(names.Count, 1, ct);
    }

    [Overlap("2->1", "another name for what an argument leads to: nobody else changes it")]
    public async Task<float> AliasOfArgument(float[] x, Page page, CancellationToken ct)
    {
        var same = page;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(same.Body, ct);
    }

    [Ordered("HarmlessBetween", "a property whose setter checks, by the field keyword")]
    public async Task<float> FieldKeywordSetter(float[] x, Sample sample, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var next = new Sample { Value = a };
        return next.Value + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("SafeArguments", "a property that is made on first use, by the field keyword")]
    public async Task<float> FieldKeywordGetter(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(Lazily, ct);
    }

    [Ordered("HarmlessBetween", "an extension property is code")]
    public async Task<float> ExtensionProperty(string text, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var loud = summary.Loud;
        return loud.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an extension operator is code")]
    public async Task<float> ExtensionOperator(string text, float[] x, CancellationToken ct)
    {
        var features = await texts.ToAsync.ExtractFeatures(text, ct);
        var both = features + features;
        return both.Values.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a compound operator of the type's own changes the object in place")]
    public async Task<float> InstanceCompoundOperator(float[] x, CancellationToken ct)
    {
        var tally = new Tally();
        var a = await modelA.ToAsync.Predict(x, ct);
        tally += a;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HiddenState", "a null-conditional assignment changes the argument between")]
    public async Task<float> ConditionalAssignmentBetween(float[] x, Page? page, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        page?.Visits = 3;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("ControlFlow", "a null-conditional assignment calls only if there is something to assign to")]
    public async Task<float> ConditionalAssignmentOfResult(string text, float[] x, Page? page, CancellationToken ct)
    {
        page?.Title = await texts.ToAsync.Summarize(text, ct);
        return await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a list pattern asks the list for its length and items")]
    public async Task<float> ListPattern(string text, float[] x, CancellationToken ct)
    {
        var words = await texts.ToAsync.ListWords(text, ct);
        var single = words is [_];
        return (single ? 1 : 2) + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an index from the end may be out of range")]
    public async Task<float> IndexFromEnd(string text, float[] x, CancellationToken ct)
    {
        var words = await texts.ToAsync.ListWords(text, ct);
        var last = words[^1];
        return last.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a range of an array may be out of range")]
    public async Task<float> RangeOfArray(string text, CancellationToken ct)
    {
        var vector = await texts.ToAsync.Embed(text, ct);
        var head = vector[..3];
        return head.Length + await modelC.ToAsync.Score(text, ct);
    }

    [Ordered("HiddenState", "a reference local writes an element of the argument")]
    public async Task<float> RefLocalBetween(float[] x, float[] y, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        {
            ref var first = ref y[0];
            first = 2;
        }

        return a + await modelB.ToAsync.Predict(y, ct);
    }

    [Ordered("HiddenState", "a span of the argument is written between")]
    public async Task<float> SpanBetween(float[] x, float[] y, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        {
            scoped Span<float> view = y;
            view[0] = 2;
        }

        return a + await modelB.ToAsync.Predict(y, ct);
    }

    [Ordered("SameRegion", "an async disposable begins between")]
    public async Task<float> AwaitUsingBetween(float[] x, IAsyncDisposable scope, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        await using var held = scope;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "an async disposable around both")]
    public async Task<float> AwaitUsingAround(float[] x, IAsyncDisposable scope, CancellationToken ct)
    {
        await using var held = scope;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("OrderUnwatched", "an injected clock is read between")]
    public async Task<float> InjectedClock(float[] x, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        var a = await modelA.ToAsync.Predict(x, ct);
        var elapsed = clock.GetElapsedTime(start);
        return a + elapsed.Ticks + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "the clock is read before and after both: it measures them together")]
    public async Task<float> ClockAround(float[] x, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + b + clock.GetElapsedTime(start).Ticks;
    }

    [Ordered("HarmlessBetween", "progress is reported between")]
    public async Task<float> ProgressBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        progress.Report(0.5f);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HeapFlow", "both report to the same progress: the one's reports would come among the other's")]
    public async Task<float> SharedProgress(string text, IProgress<float> reports, CancellationToken ct)
    {
        var a = await store.ToAsync.FindReporting(text, reports, ct);
        return a.Length + (await store.ToAsync.FindReporting("x", reports, ct)).Length;
    }

    [Ordered("HeapFlow", "both walk over the same lazy sequence, whose code would run twice at once")]
    public async Task<float> SharedLazySequence(string[] rows, CancellationToken ct)
    {
        IEnumerable<string> lazily = rows.Select(row => External.Resolve(row));
        var a = await store.ToAsync.CountRows(lazily, ct);
        return a + await store.ToAsync.CountWords(lazily, ct);
    }

    [Overlap("2->1", "both walk over the same list, seen as a sequence")]
    public async Task<float> SharedListAsSequence(List<string> rows, CancellationToken ct)
    {
        var a = await store.ToAsync.CountRows(rows, ct);
        return a + await store.ToAsync.CountWords(rows, ct);
    }

    [Ordered("HarmlessBetween", "an event is raised between, without a word of it in the name")]
    public async Task<float> EventBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Scored?.Invoke(a);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HiddenState", "a property that tells its observers is set between")]
    public async Task<float> NotifyingProperty(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Trimmed = a;
        return await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a struct that counts when asked")]
    public async Task<float> MutableStructReceiver(float[] x, CancellationToken ct)
    {
        var cursor = new Cursor();
        var a = await modelA.ToAsync.Predict(x, ct);
        var position = cursor.MoveOn();
        return a + await modelC.ToAsync.Rank(position, 1, ct);
    }

    [Ordered("SameRegion", "a lock is taken between, where others may hold it")]
    public async Task<float> LockBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        lock (Gate)
        {
            _runs++;
        }

        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an assertion that only debug builds have")]
    public async Task<float> ConditionalMethod(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Debug.Assert(a > 0);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "the result becomes another type by code that may throw")]
    public async Task<float> ImplicitConversionOfResult(float[] x, CancellationToken ct)
    {
        Host.Celsius degrees = await modelA.ToAsync.Predict(x, ct);
        return degrees.Degrees + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "two results taken apart into types of their own, then a third call")]
    public async Task<float> ConversionInDeconstruction(float[] x, CancellationToken ct)
    {
        (double a, Host.Celsius b) = (await modelA.ToAsync.Predict(x, ct), 1f);
        return (float)a + b.Degrees + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("SafeArguments", "an argument becomes another type by code that may throw")]
    public async Task<float> ImplicitConversionOfArgument(float[] x, Reading degrees, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(degrees, 1, ct);
    }

    [Overlap("2->1", "the arguments of a params array are only put into it")]
    public async Task<float> ParamsArray(float[] x, string text, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await store.ToAsync.CountAll(text, "x");
    }

    [Ordered("HarmlessBetween", "cancellation between the two is the developer's word that the second may not start")]
    public async Task<float> CancellationBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        ct.ThrowIfCancellationRequested();
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "the second's time begins when the first is over")]
    public async Task<float> DeadlineBetween(float[] x, CancellationToken ct)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var token = source.Token;
        var a = await modelA.ToAsync.Predict(x, token);
        source.CancelAfter(100);
        return a + await modelB.ToAsync.Predict(x, token);
    }

    [Overlap("2->1", "a linked token made before both")]
    public async Task<float> LinkedTokenBefore(float[] x, CancellationToken ct)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var token = source.Token;
        var a = await modelA.ToAsync.Predict(x, token);
        return a + await modelB.ToAsync.Predict(x, token);
    }

    [Ordered("SameRegion", "an ambient transaction is put in place by hand")]
    public async Task<float> AmbientTransactionByHand(float[] x, System.Transactions.Transaction transaction, CancellationToken ct)
    {
        System.Transactions.Transaction.Current = transaction;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "the divisor minus one makes the smallest number overflow")]
    public async Task<float> DivisionByMinusOne(string text, float[] x, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var negative = count / -1;
        return negative + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "the amount of the smallest number overflows")]
    public async Task<float> AbsoluteValue(string text, float[] x, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var amount = Math.Abs(count);
        return amount + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("SafeArguments", "a static whose initial value is loaded on first use")]
    public async Task<float> StaticLoadedOnFirstUse(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(Loaded.Default, ct);
    }

    [Overlap("2->1", "a static whose initial value is a constant")]
    public async Task<float> StaticConstant(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(Fixed.Default, ct);
    }

    [Ordered("SafeArguments", "a value that may be computed on first use")]
    public async Task<float> LazyValue(float[] x, Lazy<string> text, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(text.Value, ct);
    }

    [Ordered("HarmlessBetween", "whether the first has ended is asked between")]
    public async Task<float> TaskAskedBetween(float[] x, CancellationToken ct)
    {
        var task = modelA.ToAsync.Predict(x, ct);
        var a = await task;
        var quick = task.IsCompletedSuccessfully;
        return (quick ? a : 0) + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("ControlFlow", "the condition of a for loop runs once more than its start")]
    public async Task<float> StartAndConditionOfLoop(string text, CancellationToken ct)
    {
        float sum = 0;
        for (var i = await texts.ToAsync.CountWords(text, ct); i < await texts.ToAsync.CountWords("x", ct); i++)
            sum += i;
        return sum;
    }

    [Overlap("2->1", "the receiver is another one by the time of the second, and nobody else knows the variable")]
    public async Task<float> ReceiverReassigned(float[] x, ModelA.Proxy other, CancellationToken ct)
    {
        var model = modelA;
        var a = await model.ToAsync.Predict(x, ct);
        model = other;
        return a + await model.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an expression tree captures the result, and is asked something")]
    public async Task<float> ExpressionTree(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        System.Linq.Expressions.Expression<Func<float>> tree = () => a;
        return tree.Parameters.Count + await modelB.ToAsync.Predict(x, ct);
    }

    [OrderedLoop("HarmlessBetween", "what there is so far is returned by the handler")]
    public async Task<List<float>> HandlerReturnsSoFar(float[][] rows, CancellationToken ct)
    {
        var results = new List<float>();
        try
        {
            foreach (var row in rows)
                results.Add(await modelA.ToAsync.Predict(row, ct));
        }
        catch (InvalidOperationException)
        {
            return results;
        }

        return results;
    }

    [OrderedLoop("HarmlessBetween", "each result becomes another type by code that may throw")]
    public async Task<List<Host.Celsius>> ResultsConverted(float[][] rows, CancellationToken ct)
    {
        var results = new List<Host.Celsius>();
        foreach (var row in rows)
            results.Add(await modelA.ToAsync.Predict(row, ct));
        return results;
    }

    [OrderedLoop("HarmlessBetween", "cancellation is asked for before each item")]
    public async Task<List<float>> CancellationInLoop(float[][] rows, CancellationToken ct)
    {
        var results = new List<float>();
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            results.Add(await modelA.ToAsync.Predict(row, ct));
        }

        return results;
    }

    [OrderedLoop("HeapFlow", "every iteration walks over the same lazy sequence")]
    public async Task<List<float>> LoopOverSharedSequence(float[][] rows, IEnumerable<string> lazily, CancellationToken ct)
    {
        var results = new List<float>();
        foreach (var row in rows)
            results.Add(row.Length + await store.ToAsync.CountRows(lazily, ct));
        return results;
    }

    [OrderedLoop("HeapFlow", "every iteration reads on where the one before stopped")]
    public async Task<List<string>> LoopOverSharedStream(float[][] rows, Stream stream, CancellationToken ct)
    {
        var results = new List<string>();
        foreach (var row in rows)
            results.Add(row.Length + await texts.ToAsync.ReadStream(stream, ct));
        return results;
    }

    [Loop("Append", "each iteration has a stream of its own")]
    public async Task<List<string>> LoopOverStreams(Stream[] streams, CancellationToken ct)
    {
        var results = new List<string>();
        foreach (var stream in streams)
            results.Add(await texts.ToAsync.ReadStream(stream, ct));
        return results;
    }

    [OrderedLoop("ControlFlow", "the list in the field may change meanwhile, by another name as well")]
    public async Task<List<float>> LoopOverAlias(CancellationToken ct)
    {
        var results = new List<float>();
        var names = _names;
        foreach (var name in names)
            results.Add(await modelC.ToAsync.Score(name, ct));
        return results;
    }

    [Loop("Append", "a copy of the list in the field is nobody else's")]
    public async Task<List<float>> LoopOverCopy(CancellationToken ct)
    {
        var results = new List<float>();
        var names = _names.ToList();
        foreach (var name in names)
            results.Add(await modelC.ToAsync.Score(name, ct));
        return results;
    }

    public class Sample
    {
        public float Value { get => field; init => field = value < 0 ? throw new ArgumentOutOfRangeException(nameof(value)) : value; }
    }

    public class Tally
    {
        private float _sum;
        public void operator +=(float value) => _sum = value < 0 ? throw new ArgumentOutOfRangeException(nameof(value)) : _sum + value;
    }

    public class Reading(float value)
    {
        public static implicit operator float(Reading reading) => reading.Value;
        public float Value => value < 0 ? throw new InvalidOperationException() : value;
    }

    public struct Cursor
    {
        private int _position;
        public int MoveOn() => ++_position;
    }

    public static class Loaded { public static string Default { get; } = External.Resolve("default"); }

    public static class Fixed { public static string Default { get; } = "default"; }
}

public static class TextExtensions
{
    extension(string text)
    {
        public string Loud => text.Length > 0 ? text.ToUpperInvariant() : throw new ArgumentException("empty", nameof(text));
    }

    extension(Features)
    {
        public static Features operator +(Features left, Features right) => External.Resolve(left.Name + right.Name) is { } name ? new(name, left.Values) : left;
    }
}
