namespace Corpus;

public partial class Host
{
    [Ordered("SafeArguments", "an index into the arguments may be out of range: then the first call would not have failed alone")]
    public async Task<float> IndexInArguments(float[] x, string[] names, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(names[0], ct);
    }

    [Ordered("SafeArguments", "a list's indexer")]
    public async Task<float> ListIndexInArguments(float[] x, List<string> names, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(names[0], ct);
    }

    [Ordered("SafeArguments", "a call of the user's")]
    public async Task<float> UserCallInArguments(float[] x, string text, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(Validated(text), ct);
    }

    [Ordered("SafeArguments", "a cast that may fail")]
    public async Task<float> CastInArguments(float[] x, object text, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score((string)text, ct);
    }

    [Ordered("SafeArguments", "a member of something that may be null")]
    public async Task<float> MaybeNullInArguments(float[] x, Page? page, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(page!.Body, ct);
    }

    [Ordered("SafeArguments", "`!` on the way to the local is a claim, not a proof")]
    public async Task<float> ClaimedNotNullInArguments(float[] x, Page? page, CancellationToken ct)
    {
        var sure = page!;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(sure.Body, ct);
    }

    [Overlap("2->1", "a guard before both proves it is not null")]
    public async Task<float> ProvedNotNullInArguments(float[] x, Page? page, CancellationToken ct)
    {
        if (page is null)
            return 0;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(page.Body, ct);
    }

    [Ordered("SafeArguments", "the value of a number that may be null")]
    public async Task<float> MaybeNoValueInArguments(float[] x, float? number, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict([number!.Value], ct);
    }

    [Ordered("ControlFlow", "checked after the first call, the number may have been null before")]
    public async Task<float> CheckedLateInArguments(float[] x, float? number, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + (number is null ? 0 : await modelB.ToAsync.Predict([number.Value], ct));
    }

    [Ordered("SafeArguments", "the compiler does not look where nothing is annotated")]
#nullable disable
    public async Task<float> UncheckedValueInArguments(float[] x, float? number, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict([number.Value], ct);
    }
#nullable enable

    [Overlap("2->1", "a guard before both proves that the number has a value")]
    public async Task<float> ProvedValueInArguments(float[] x, float? number, CancellationToken ct)
    {
        if (number is null)
            return 0;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict([number.Value], ct);
    }

    [Overlap("2->1", "passing null on is not asking it anything")]
    public async Task<float> NullPassedOn(float[] x, CancellationToken ct)
    {
        string? none = null;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(none!, ct);
    }

    [Ordered("SafeArguments", "a receiver that may be null")]
    public async Task<float> MaybeNullReceiver(float[] x, ModelC.Proxy? other, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await other!.ToAsync.Score("x", ct);
    }

    [Ordered("SafeArguments", "a receiver out of a dictionary")]
    public async Task<float> ReceiverFromDictionary(float[] x, Dictionary<string, ModelC.Proxy> models, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await models["c"].ToAsync.Score("x", ct);
    }

    [Ordered("SafeArguments", "a receiver that a method gives")]
    public async Task<float> ReceiverFromMethod(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await Choose().ToAsync.Score("x", ct);
    }

    private ModelC.Proxy Choose() => modelC;

    [Overlap("2->1", "the receiver is a parameter of the method")]
    public async Task<float> ReceiverIsParameter(float[] x, ModelC.Proxy other, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await other.ToAsync.Score("x", ct);
    }

    [Overlap("2->1", "the receiver is a local with the async view")]
    public async Task<float> ReceiverIsLocalView(float[] x, CancellationToken ct)
    {
        var (first, second) = (modelA.ToAsync, modelC.ToAsync);
        var a = await first.Predict(x, ct);
        return a + await second.Score("x", ct);
    }

    [Overlap("2->1", "`this.` and parentheses change nothing")]
    public async Task<float> QualifiedReceiver(float[] x, CancellationToken ct)
    {
        var a = await (modelA).ToAsync.Predict(x, ct);
        return a + await (this._b.ToAsync).Predict((x), ct);
    }

    [Ordered("SafeArguments", "a property with a body")]
    public async Task<float> ComputedPropertyInArguments(float[] x, Page page, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(page.Shouted, ct);
    }

    [Overlap("2->1", "an auto-property of an argument")]
    public async Task<float> AutoPropertyInArguments(float[] x, Features features, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(features.Label, ct);
    }

    [Ordered("SafeArguments", "a virtual property may be overridden with a body")]
    public async Task<float> VirtualPropertyInArguments(float[] x, Overridable item, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(item.Name, ct);
    }

    public class Overridable
    {
        public virtual string Name { get; set; } = "";
    }

    [Ordered("SafeArguments", "an interface's property is code")]
    public async Task<float> InterfacePropertyInArguments(float[] x, INamed item, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(item.Name, ct);
    }

    public interface INamed { string Name { get; } }

    [Overlap("2->1", "arithmetic that cannot throw")]
    public async Task<float> ArithmeticInArguments(float[] x, int n, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank((n * 2) + x.Length, n / 3f, ct);
    }

    [Ordered("SafeArguments", "an integer division")]
    public async Task<float> DivisionInArguments(float[] x, int n, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(x.Length / n, 1, ct);
    }

    [Overlap("2->1", "records, tuples, arrays and collection expressions of locals")]
    public async Task<float> CreationsInArguments(float[] x, string text, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await texts.ToAsync.ScoreFeatures(new Features(text, [1, 2, .. x]), ct);
    }

    [Ordered("SafeArguments", "spreading a sequence runs its code")]
    public async Task<float> SpreadSequenceInArguments(float[] x, IEnumerable<float> more, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict([.. more], ct);
    }

    [Ordered("SafeArguments", "the second's own arguments keep the third behind them")]
    public async Task<float> ThrowingArgumentOfMiddle(float[] x, string[] names, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(names[0], ct);
    }

    [Overlap("2->1", "an argument of the second that may throw keeps it behind the first, not the third behind it")]
    public async Task<float> ThirdJoinsSecond(float[] x, string[] names, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var c = await modelC.ToAsync.Score(names[0], ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + b + c;
    }

    [Overlap("2->1", "arguments of the first may throw: it has not started yet")]
    public async Task<float> ThrowingArgumentOfFirst(float[] x, string[] names, CancellationToken ct)
    {
        var c = await modelC.ToAsync.Score(names[0], ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        return b + c;
    }

    [Ordered("SafeArguments", "a delegate of unknown body would run beside the first call")]
    public async Task<string> UnknownDelegateInArguments(string text, Func<string, bool> where, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        return summary + await texts.ToAsync.FindWhere(text, where, ct);
    }

    [Overlap("2->1", "a lambda that only looks at its argument")]
    public async Task<string> HarmlessLambdaInArguments(string text, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        return summary + await texts.ToAsync.FindWhere(text, word => word.Length > 3, ct);
    }

    [Ordered("HiddenState", "a lambda with an effect of its own")]
    public async Task<string> WritingLambdaInArguments(string text, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        return summary + await texts.ToAsync.FindWhere(text, word => _total++ > 3, ct);
    }

    [Ordered("HiddenState", "an argument that is assigned on the way")]
    public async Task<float> AssignmentInArguments(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(_text = "x", ct);
    }

    [Overlap("2->1", "named arguments in another order")]
    public async Task<float> NamedArguments(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(right: 1, left: 2, cancellationToken: ct);
    }

    [Overlap("2->1", "the token is left out")]
    public async Task<float> OmittedToken(float[] x)
    {
        var a = await modelA.ToAsync.Predict(x);
        return a + await modelB.ToAsync.Predict(x);
    }

    [Overlap("2->1", "a default value, a constant, an enum")]
    public async Task<float> ConstantsInArguments(float[] x)
    {
        var a = await modelA.ToAsync.Predict(x, default);
        return a + await modelC.ToAsync.Rank((float)DayOfWeek.Friday, float.MaxValue, CancellationToken.None);
    }
}
