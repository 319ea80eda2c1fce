namespace Corpus;

public partial class Host
{
    [Overlap("2->1", "primary-constructor parameters that nobody assigns do not change")]
    public async Task<float> ReadsPrimaryParameter(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Score(prefix, ct);
        return a + b;
    }

    [Ordered("HeapFlow", "a primary-constructor parameter that another member assigns may change during the await")]
    public async Task<float> ReadsReassignedPrimaryParameter(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Score(reassigned, ct);
        return a + b;
    }

    [Overlap("2->1", "a readonly field does not change")]
    public async Task<float> ReadsReadonlyField(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await _b.ToAsync.Predict(_weights, ct);
        return a + b;
    }

    [Ordered("HeapFlow", "a field that may change while the first call is awaited")]
    public async Task<float> ReadsMutableField(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Score(_text, ct);
        return a + b;
    }

    [Ordered("HeapFlow", "the receiver itself may be exchanged while the first call is awaited")]
    public async Task<float> ReceiverIsMutableField(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await _swappable.ToAsync.Score("x", ct);
        return a + b;
    }

    [Ordered("HeapFlow", "an auto-property with a setter may change while the first call is awaited")]
    public async Task<float> ReadsMutableProperty(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Score(Name, ct);
        return a + b;
    }

    [Overlap("2->1", "a get-only auto-property does not change")]
    public async Task<float> ReadsGetOnlyProperty(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Score(Fixed, ct);
        return a + b;
    }

    [Overlap("2->1", "an injected property does not change")]
    public async Task<float> ReceiverIsInjectedProperty(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await Injected.ToAsync.Score("x", ct);
        return a + b;
    }

    [Ordered("HeapFlow", "a static that may change while the first call is awaited")]
    public async Task<float> ReadsStatic(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Rank(s_count, 1, ct);
        return a + b;
    }

    [Ordered("HeapFlow", "a settable member of an object that the readonly field shares with others")]
    public async Task<float> ReadsMemberOfSharedObject(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Score(_page.Body, ct);
        return a + b;
    }

    [Overlap("2->1", "an argument's members are not changed by others while the method runs")]
    public async Task<float> ReadsMemberOfArgument(float[] x, Page page, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Score(page.Body, ct);
        return a + b;
    }

    [Overlap("3->2", "only the call that reads the field must wait for those before it")]
    public async Task<float> MutableFieldOrdersOnlyItsReader(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var s = await modelC.ToAsync.Score(_text, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + s + b;
    }

    [Ordered("HiddenState", "the argument is changed in between")]
    public async Task<float> ArgumentsMemberWritten(float[] x, Page page, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        page.Body = "changed";
        var b = await modelC.ToAsync.Score(page.Body, ct);
        return a + b;
    }

    [Ordered("HiddenState", "an element of the shared array is written in between")]
    public async Task<float> ElementWritten(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        x[0] = 1;
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + b;
    }

    [Ordered("HarmlessBetween", "a call in between changes what the next one is given")]
    public async Task<float> ListChangedByCall(List<string> words, string text, CancellationToken ct)
    {
        var a = await modelC.ToAsync.Score(text, ct);
        words.Add(text);
        var b = await texts.ToAsync.ScoreAll(words, ct);
        return a + b;
    }

    [Overlap("2->1", "both are given the same array: APIs do not change their arguments")]
    public async Task<float> SharedArgument(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + b;
    }

    [Ordered("HeapFlow", "both read the same stream, which reading moves on")]
    public async Task<string> SharedStream(Stream stream, CancellationToken ct)
    {
        var head = await texts.ToAsync.ReadStream(stream, ct);
        var tail = await texts.ToAsync.ReadStream(stream, ct);
        return head + tail;
    }

    [Overlap("2->1", "a stream that only one of them reads")]
    public async Task<string> OneStream(Stream stream, string text, CancellationToken ct)
    {
        var head = await texts.ToAsync.ReadStream(stream, ct);
        var tail = await texts.ToAsync.Summarize(text, ct);
        return head + tail;
    }

    [Ordered("HeapFlow", "passed by reference to something in between")]
    public async Task<float> PassedByReference(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Array.Resize(ref x, 3);
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + b;
    }

    [Overlap("2->1", "the list is built from locals before the next call")]
    public async Task<float> ListBuiltBetween(float[] x, string text, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var words = new List<string> { text, "end" };
        var b = await texts.ToAsync.ScoreAll(words, ct);
        return a + b;
    }

    [Ordered("HeapFlow", "a local that a lambda writes may change while the first call is awaited")]
    public async Task<float> LocalWrittenByLambda(float[] x, CancellationToken ct)
    {
        var k = 0f;
        Action bump = () => k++;
        External.Keep(bump);
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Rank(k, 1, ct);
        return a + b;
    }

    [Overlap("2->1", "a local that a lambda only reads")]
    public async Task<float> LocalReadByLambda(float[] x, float k, CancellationToken ct)
    {
        Func<float> read = () => k;
        External.Keep(read);
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Rank(k, 1, ct);
        return a + b;
    }
}
