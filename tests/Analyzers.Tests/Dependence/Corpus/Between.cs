namespace Corpus;

public partial class Host
{
    [Ordered("HarmlessBetween", "a call between may throw on the first result")]
    public async Task<float> ValidationBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Validate(a);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "a line of the log keeps its place")]
    public async Task<float> LoggingBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        logger.LogInformation("first done");
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "the first result is logged, and only where it is large")]
    public async Task<float> LoggingTheResult(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        if (a > 1)
            logger.LogWarning("{A} of {Count}", a, x.Length);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "the log makes text of an object, which may run any code")]
    public async Task<float> LoggingAnObject(string text, CancellationToken ct)
    {
        var page = await texts.ToAsync.LoadPage(text, ct);
        logger.LogInformation("{Page}", page);
        return page.Visits + await texts.ToAsync.CountWords(text, ct);
    }

    [Ordered("HarmlessBetween", "what is logged throws for an empty array")]
    public async Task<float> LoggingWhatMayThrow(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        logger.LogInformation("{First}", x[0]);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "members of an object that the method has made, one by one")]
    public async Task<Page> IntoMembersOfNewObject(string text, CancellationToken ct)
    {
        var page = new Page();
        page.Body = await texts.ToAsync.Summarize(text, ct);
        page.Title = await texts.ToAsync.FindTitle(text, ct);
        return page;
    }

    [Overlap("2->1", "a list that the method has made")]
    public async Task<List<float>> IntoNewList(float[] x, CancellationToken ct)
    {
        var all = new List<float>();
        all.Add(await modelA.ToAsync.Predict(x, ct));
        all.Add(await modelB.ToAsync.Predict(x, ct));
        return all;
    }

    [Overlap("2->1", "a text and an array that the method has made")]
    public async Task<string> IntoNewText(string first, string second, CancellationToken ct)
    {
        var text = new System.Text.StringBuilder();
        var lengths = new int[2];
        var summary = await texts.ToAsync.Summarize(first, ct);
        text.Append(summary);
        lengths[0] = summary.Length;
        text.Append(await texts.ToAsync.Summarize(second, ct));
        return text.ToString() + lengths[0];
    }

    [Ordered("ValueFlow", "the later call is given what the new object got")]
    public async Task<Page> MemberOfNewObjectGiven(string text, CancellationToken ct)
    {
        var page = new Page();
        page.Body = await texts.ToAsync.Summarize(text, ct);
        page.Title = await texts.ToAsync.FindTitle(page.Body, ct);
        return page;
    }

    [Ordered("HiddenState", "the later call is given a member of the new object that is written between")]
    public async Task<float> MemberWrittenBetween(float[] x, string text, CancellationToken ct)
    {
        var page = new Page();
        var a = await modelA.ToAsync.Predict(x, ct);
        page.Visits = 3;
        return a + await texts.ToAsync.CountWords(page.Visits + text, ct);
    }

    [Ordered("HiddenState", "the new object has a second name before both calls are over")]
    public async Task<Page> NewObjectWithAlias(string text, CancellationToken ct)
    {
        var page = new Page();
        var same = page;
        page.Body = await texts.ToAsync.Summarize(text, ct);
        same.Title = await texts.ToAsync.FindTitle(text, ct);
        return page;
    }

    [Ordered("HiddenState", "a lambda looks at the new object")]
    public async Task<Page> NewObjectCaptured(string text, CancellationToken ct)
    {
        var page = new Page();
        Func<string> read = () => page.Body;
        page.Body = await texts.ToAsync.Summarize(text, ct);
        page.Title = await texts.ToAsync.FindTitle(text, ct);
        return new Page { Body = read() };
    }

    [Ordered("HiddenState", "the new object outlives the region: in the next round others may have it")]
    public async Task<float> NewObjectOfAnotherRegion(string text, CancellationToken ct)
    {
        var page = new Page();
        while (_total < 1)
        {
            page.Body = await texts.ToAsync.Summarize(text, ct);
            page.Title = await texts.ToAsync.FindTitle(text, ct);
            External.Keep(page);
        }

        return 0;
    }

    [Overlap("2->1", "a lambda is made between, and runs behind both")]
    public async Task<float> LambdaMadeBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Func<float> twice = () => a * 2;
        var b = await modelB.ToAsync.Predict(x, ct);
        return twice() + b;
    }

    [Overlap("2->1", "logging before and after both")]
    public async Task<float> LoggingAround(float[] x, CancellationToken ct)
    {
        logger.LogInformation("start");
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        logger.LogInformation("done");
        return a + b;
    }

    [Overlap("2->1", "arithmetic on built-in numbers")]
    public async Task<float> ArithmeticBetween(float[] x, int n, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var scaled = ((a * 2) - 1) / 3;
        var next = (n << 2) % 7;
        var b = await modelB.ToAsync.Predict(x, ct);
        return scaled + next + b;
    }

    [Ordered("HarmlessBetween", "an integer division may be by zero")]
    public async Task<float> DivisionBetween(string text, float[] x, int n, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var share = n / count;
        return share + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "an integer division by a constant")]
    public async Task<float> DivisionByConstant(string text, float[] x, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var half = count / 2;
        var b = await modelB.ToAsync.Predict(x, ct);
        return half + b;
    }

    [Ordered("HarmlessBetween", "checked arithmetic may overflow")]
    public async Task<float> CheckedBetween(string text, float[] x, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var more = checked(count + 1);
        return more + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "decimals overflow whatever the context")]
    public async Task<decimal> DecimalBetween(string text, float[] x, decimal price, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var total = price * count;
        return total + (decimal)await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "strings made of strings")]
    public async Task<string> StringsBetween(string text, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var line = (text + ": " + summary).Trim().ToUpperInvariant();
        var b = await modelB.ToAsync.Predict(x, ct);
        return line + b.ToString();
    }

    [Ordered("HarmlessBetween", "a substring may be out of range")]
    public async Task<string> SubstringBetween(string text, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var head = summary.Substring(0, 10);
        return head + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an index may be out of range")]
    public async Task<float> IndexBetween(string text, float[] x, CancellationToken ct)
    {
        var embedding = await texts.ToAsync.Embed(text, ct);
        var first = embedding[0];
        return first + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a list's indexer may be out of range")]
    public async Task<float> ListIndexBetween(string text, float[] x, CancellationToken ct)
    {
        var words = await texts.ToAsync.ListWords(text, ct);
        var first = words[0];
        return first.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "lengths and counts of what came back")]
    public async Task<float> LengthsBetween(string text, float[] x, CancellationToken ct)
    {
        var words = await texts.ToAsync.ListWords(text, ct);
        var n = words.Count + text.Length;
        var b = await modelB.ToAsync.Predict(x, ct);
        return n + b;
    }

    [Ordered("HarmlessBetween", "a property with a body may throw")]
    public async Task<float> ComputedPropertyBetween(string url, float[] x, CancellationToken ct)
    {
        var page = await texts.ToAsync.LoadPage(url, ct);
        var shouted = page.Shouted;
        return shouted.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "an auto-property of what came back")]
    public async Task<float> AutoPropertyBetween(string url, float[] x, CancellationToken ct)
    {
        var page = await texts.ToAsync.LoadPage(url, ct);
        var body = page.Body;
        var b = await modelB.ToAsync.Predict(x, ct);
        return body.Length + b;
    }

    [Ordered("HarmlessBetween", "asking something of a result that may be null may throw")]
    public async Task<float> MaybeNullBetween(string text, float[] x, CancellationToken ct)
    {
        var title = await texts.ToAsync.FindTitle(text, ct);
        var n = title!.Length;
        return n + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "`?.` on a plain member asks nothing of null")]
    public async Task<float> ConditionalMemberBetween(string text, float[] x, CancellationToken ct)
    {
        var title = await texts.ToAsync.FindTitle(text, ct);
        var n = title?.Length ?? 0;
        var b = await modelB.ToAsync.Predict(x, ct);
        return n + b;
    }

    [Ordered("HarmlessBetween", "an explicit cast may fail")]
    public async Task<object> CastBetween(string text, object other, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var same = (string)other;
        return same + summary + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "`as` and `is` never fail")]
    public async Task<object> TypeTestsBetween(string text, object other, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var same = other as string;
        var isText = other is string;
        var b = await modelB.ToAsync.Predict(x, ct);
        return same + summary + isText + b;
    }

    [Ordered("HarmlessBetween", "a user-defined conversion is a call")]
    public async Task<float> UserConversionBetween(float[] x, CancellationToken ct)
    {
        Celsius a = await modelA.ToAsync.Predict(x, ct);
        return a.Degrees + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a user-defined operator is a call")]
    public async Task<float> UserOperatorBetween(float[] x, Celsius start, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var sum = start + start;
        return a + sum.Degrees + await modelB.ToAsync.Predict(x, ct);
    }

    public readonly struct Celsius(float degrees)
    {
        public float Degrees { get; } = degrees;
        public static implicit operator Celsius(float degrees) => degrees < -273 ? throw new ArgumentOutOfRangeException(nameof(degrees)) : new(degrees);
        public static Celsius operator +(Celsius left, Celsius right) => left.Degrees + right.Degrees;
    }

    [Ordered("HarmlessBetween", "interpolating an object calls its ToString")]
    public async Task<string> InterpolatedObjectBetween(string url, float[] x, CancellationToken ct)
    {
        var page = await texts.ToAsync.LoadPage(url, ct);
        var line = $"page: {page}";
        return line + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HeapFlow", "an interpolated string handler is code, passed by reference")]
    public async Task<float> InterpolatedHandlerBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Debug.Assert(a > 0, $"{a} is not positive");
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a dynamic operation may do anything")]
    public async Task<float> DynamicBetween(float[] x, dynamic d, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var y = d + 1;
        return a + (float)y + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a constructor with a body may throw")]
    public async Task<float> ConstructorBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var range = new Checked(a);
        return range.Value + await modelB.ToAsync.Predict(x, ct);
    }

    public class Checked
    {
        public Checked(float value) => Value = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
        public float Value { get; }
    }

    [Overlap("2->1", "records, tuples, arrays and lists made of locals")]
    public async Task<object> CreationsBetween(string text, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var features = new Features(summary, x) { Label = "l" };
        var pair = (summary, 1);
        float[] array = [1, 2, x.Length];
        var anonymous = new { Name = summary, x.Length };
        var b = await modelB.ToAsync.Predict(x, ct);
        return (features, pair, array, anonymous, b);
    }

    [Ordered("HarmlessBetween", "a record whose initializer runs code")]
    public async Task<object> GuardedRecordBetween(string text, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var guarded = new Guarded(summary);
        var b = await modelB.ToAsync.Predict(x, ct);
        return (guarded, b);
    }

    public record Guarded(string Name)
    {
        public string Name { get; init; } = Name.Length > 0 ? Name : throw new ArgumentException("empty");
    }

    [Ordered("HarmlessBetween", "an object initializer calls a setter with a body")]
    public async Task<object> SetterBetween(string text, float[] x, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var holder = new Holder { Value = summary };
        var b = await modelB.ToAsync.Predict(x, ct);
        return (holder, b);
    }

    public class Holder
    {
        private string _value = "";
        public string Value { get => _value; set => _value = value.Length > 0 ? value : throw new ArgumentException("empty"); }
    }

    [Overlap("2->1", "constants, typeof and nameof")]
    public async Task<object> ConstantsBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        const int limit = 3;
        var names = (typeof(Page), nameof(Page), limit, default(int));
        var b = await modelB.ToAsync.Predict(x, ct);
        return (names, a, b);
    }

    [Overlap("2->1", "comments, blank lines and declarations without a value")]
    public async Task<float> DeclarationBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);

        // The second opinion.
        float b;
        b = await modelB.ToAsync.Predict(x, ct);
        return a + b;
    }

    [Overlap("2->1", "a local function is declared between: nothing runs")]
    public async Task<float> LocalFunctionBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        static float Half(float value) => value / 2;
        var b = await modelB.ToAsync.Predict(x, ct);
        return Half(a) + b;
    }

    [Ordered("HarmlessBetween", "a delegate is invoked between")]
    public async Task<float> DelegateBetween(float[] x, Action<float> seen, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        seen(a);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an event is raised between")]
    public async Task<float> EventBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Changed?.Invoke();
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    public event Action? Changed;

    [Ordered("HarmlessBetween", "an event is subscribed to between")]
    public async Task<float> SubscriptionBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Changed += Rename;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "the token is asked between")]
    public async Task<float> TokenCheckBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        ct.ThrowIfCancellationRequested();
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an extension method is a call")]
    public async Task<float> ExtensionBetween(string text, float[] x, CancellationToken ct)
    {
        var words = await texts.ToAsync.ListWords(text, ct);
        var first = words.First();
        return first.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "query syntax is calls")]
    public async Task<float> QueryBetween(string text, float[] x, CancellationToken ct)
    {
        var words = await texts.ToAsync.ListWords(text, ct);
        var lengths = (from word in words select word.Length).ToArray();
        return lengths.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a pattern asks a property with a body")]
    public async Task<float> PatternRunsCode(string url, float[] x, CancellationToken ct)
    {
        var page = await texts.ToAsync.LoadPage(url, ct);
        var loud = page is { Shouted: "X" };
        return (loud ? 1 : 0) + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "a pattern over plain members")]
    public async Task<float> PatternOverPlainMembers(string url, float[] x, CancellationToken ct)
    {
        var page = await texts.ToAsync.LoadPage(url, ct);
        var known = page is { Title: not null, Visits: > 3 };
        var b = await modelB.ToAsync.Predict(x, ct);
        return (known ? 1 : 0) + b;
    }

    [Ordered("HarmlessBetween", "a switch expression without a default may throw")]
    public async Task<float> OpenSwitchBetween(string text, float[] x, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var k = count switch { 0 => 1f, > 0 => 2f, < 0 => 3f };
        return k + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an array of a size that may be negative")]
    public async Task<float> SizedArrayBetween(string text, float[] x, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var buffer = new float[count];
        return buffer.Length + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "a member of a struct is written: the copy may be shared")]
    public async Task<float> StructMemberWritten(float[] x, CancellationToken ct)
    {
        var counter = new Counter();
        var a = await modelA.ToAsync.Predict(x, ct);
        counter.Bump();
        return a + counter.Value + await modelB.ToAsync.Predict(x, ct);
    }

    public struct Counter
    {
        public int Value;
        public void Bump() => Value++;
    }
}
