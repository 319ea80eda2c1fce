namespace Corpus;

public partial class Host
{
    [Overlap("2->1", "operands of one operator")]
    public async Task<float> Operands(float[] x, CancellationToken ct) =>
        await modelA.ToAsync.Predict(x, ct) + await modelB.ToAsync.Predict(x, ct);

    [Overlap("3->1", "operands of several operators")]
    public async Task<float> ManyOperands(float[] x, CancellationToken ct) =>
        (await modelA.ToAsync.Predict(x, ct) + await modelB.ToAsync.Predict(x, ct)) / await modelC.ToAsync.Score("x", ct);

    [Overlap("2->1", "arguments of one call")]
    public async Task<float> Arguments(float[] x, CancellationToken ct) =>
        MathF.Max(await modelA.ToAsync.Predict(x, ct), await modelB.ToAsync.Predict(x, ct));

    [Overlap("2->1", "arguments of a call that may do anything: by then both are over")]
    public async Task<float> ArgumentsOfUserCall(float[] x, CancellationToken ct) =>
        Combine(await modelA.ToAsync.Predict(x, ct), await modelB.ToAsync.Predict(x, ct));

    private float Combine(float left, float right) => _total += left + right;

    [Overlap("2->1", "arguments of another service call, which needs both")]
    public async Task<float> ArgumentsOfServiceCall(float[] x, CancellationToken ct) =>
        await modelC.ToAsync.Rank(await modelA.ToAsync.Predict(x, ct), await modelB.ToAsync.Predict(x, ct), ct);

    [Overlap("2->1", "arguments of a constructor")]
    public async Task<Features> ConstructorArguments(string text, CancellationToken ct) =>
        new(await texts.ToAsync.Summarize(text, ct), await texts.ToAsync.Embed(text, ct));

    [Overlap("2->1", "elements of a tuple")]
    public async Task<(float, float)> TupleElements(float[] x, CancellationToken ct) =>
        (await modelA.ToAsync.Predict(x, ct), await modelB.ToAsync.Predict(x, ct));

    [Overlap("2->1", "holes of an interpolated string")]
    public async Task<string> InterpolationHoles(string text, CancellationToken ct) =>
        $"{await texts.ToAsync.Summarize(text, ct)}: {await texts.ToAsync.CountWords(text, ct)}";

    [Overlap("2->1", "holes that are formatted by code of their own: after both are there")]
    public async Task<string> InterpolationOfObjects(string text, CancellationToken ct) =>
        $"{await texts.ToAsync.LoadPage(text, ct)}: {await texts.ToAsync.CountWords(text, ct)}";

    [Overlap("2->1", "members of an object initializer")]
    public async Task<Page> ObjectInitializer(string text, CancellationToken ct) => new()
    {
        Title = await texts.ToAsync.FindTitle(text, ct),
        Body = await texts.ToAsync.Summarize(text, ct),
    };

    [Ordered("HarmlessBetween", "a setter with a body runs between")]
    public async Task<TwoHolders> ObjectInitializerWithSetter(string text, CancellationToken ct) => new()
    {
        First = await texts.ToAsync.Summarize(text, ct),
        Second = await texts.ToAsync.Summarize("x", ct),
    };

    public class TwoHolders
    {
        private string _first = "";
        public string First { get => _first; set => _first = value.Trim(); }
        public string Second { get; set; } = "";
    }

    [Overlap("2->1", "elements of a collection initializer of a list")]
    public async Task<List<float>> CollectionInitializer(float[] x, CancellationToken ct) =>
        new() { await modelA.ToAsync.Predict(x, ct), await modelB.ToAsync.Predict(x, ct) };

    [Overlap("2->1", "elements of a collection expression")]
    public async Task<float[]> CollectionExpression(float[] x, CancellationToken ct) =>
        [await modelA.ToAsync.Predict(x, ct), await modelB.ToAsync.Predict(x, ct)];

    [Overlap("2->1", "elements of an array")]
    public async Task<float[]> ArrayElements(float[] x, CancellationToken ct) =>
        new[] { await modelA.ToAsync.Predict(x, ct), await modelB.ToAsync.Predict(x, ct) };

    [Overlap("2->1", "members of an anonymous object")]
    public async Task<object> AnonymousMembers(float[] x, CancellationToken ct) =>
        new { A = await modelA.ToAsync.Predict(x, ct), B = await modelB.ToAsync.Predict(x, ct) };

    [Overlap("2->1", "members set by `with`")]
    public async Task<Features> WithMembers(string text, Features features, CancellationToken ct) =>
        features with { Name = await texts.ToAsync.Summarize(text, ct), Values = await texts.ToAsync.Embed(text, ct) };

    [Ordered("SafeArguments", "the index of the second argument is evaluated between")]
    public async Task<float> IndexBetweenOperands(float[] x, string[] names, CancellationToken ct) =>
        await modelA.ToAsync.Predict(x, ct) + await modelC.ToAsync.Score(names[0], ct);

    [Ordered("HarmlessBetween", "a user call between the operands")]
    public async Task<float> UserCallBetweenOperands(float[] x, CancellationToken ct) =>
        await modelA.ToAsync.Predict(x, ct) + Combine(1, 2) + await modelB.ToAsync.Predict(x, ct);

    [Overlap("2->1", "a user call before the operands")]
    public async Task<float> UserCallBeforeOperands(float[] x, CancellationToken ct) =>
        Combine(1, 2) + await modelA.ToAsync.Predict(x, ct) + await modelB.ToAsync.Predict(x, ct);

    [Ordered("HeapFlow", "a field that may change is read between the operands")]
    public async Task<float> FieldBetweenOperands(float[] x, CancellationToken ct) =>
        await modelA.ToAsync.Predict(x, ct) + _total + await modelB.ToAsync.Predict(x, ct);

    [Ordered("HarmlessBetween", "the first result's index into an array stands before the second")]
    public async Task<float> ResultAsIndexTarget(string text, float[] x, CancellationToken ct)
    {
        var n = x[await texts.ToAsync.CountWords(text, ct)] + await modelB.ToAsync.Predict(x, ct);
        return n;
    }

    [Overlap("2->1", "an assignment to an element evaluates both before it stores")]
    public async Task<float[]> ElementTarget(string text, float[] x, CancellationToken ct)
    {
        x[await texts.ToAsync.CountWords(text, ct)] = await modelB.ToAsync.Predict(x, ct);
        return x;
    }

    [Overlap("2->1", "the condition of an `if` holds both")]
    public async Task<bool> ConditionHoldsBoth(float[] x, CancellationToken ct)
    {
        if (await modelA.ToAsync.Predict(x, ct) > await modelB.ToAsync.Predict(x, ct))
            return true;
        return false;
    }

    [Overlap("2->1", "the collection of a foreach and the call before it")]
    public async Task<int> CollectionOfForeach(string text, CancellationToken ct)
    {
        var n = await texts.ToAsync.CountWords(text, ct);
        foreach (var word in await texts.ToAsync.ListWords(text, ct))
            n += word.Length;
        return n;
    }
}
