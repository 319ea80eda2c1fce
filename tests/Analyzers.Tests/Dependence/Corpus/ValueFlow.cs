namespace Corpus;

public partial class Host
{
    [Overlap("3->1", "nothing connects the three")]
    public async Task<float> ThreeIndependent(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        var c = await modelC.ToAsync.Predict(x, ct);
        return a + b + c;
    }

    [Ordered("ValueFlow", "the local goes straight into the next call")]
    public async Task<float> LocalFeedsNext(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return await modelC.ToAsync.Rank(a, 1, ct);
    }

    [Ordered("ValueFlow", "through a second local")]
    public async Task<float> CopyFeedsNext(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var copy = a;
        return await modelC.ToAsync.Rank(copy, 1, ct);
    }

    [Ordered("ValueFlow", "through arithmetic")]
    public async Task<float> SumFeedsNext(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var scaled = (a * 2) + 1;
        return await modelC.ToAsync.Rank(scaled, 1, ct);
    }

    [Ordered("ValueFlow", "through a tuple's element")]
    public async Task<float> TupleFeedsNext(float[] x, CancellationToken ct)
    {
        var pair = (await modelA.ToAsync.Predict(x, ct), 1f);
        return await modelC.ToAsync.Rank(pair.Item1, 1, ct);
    }

    [Ordered("ValueFlow", "through a deconstructed tuple")]
    public async Task<float> DeconstructionFeedsNext(string text, CancellationToken ct)
    {
        var (head, _) = await texts.ToAsync.ParseParts(text, ct);
        return await modelC.ToAsync.Score(head, ct);
    }

    [Overlap("2->1", "deconstructed, but not used by the other")]
    public async Task<float> DeconstructionUnused(string text, CancellationToken ct)
    {
        var (head, tail) = await texts.ToAsync.ParseParts(text, ct);
        var score = await modelC.ToAsync.Score(text, ct);
        return score + head.Length + tail.Length;
    }

    [Overlap("2->1", "a positional record is deconstructed without code of the user's")]
    public async Task<float> RecordDeconstructionUnused(string text, CancellationToken ct)
    {
        var (name, values) = await texts.ToAsync.ExtractFeatures(text, ct);
        var score = await modelC.ToAsync.Score(text, ct);
        return score + name.Length + values.Length;
    }

    [Ordered("ValueFlow", "through a deconstructed record")]
    public async Task<float> RecordDeconstructionFeedsNext(string text, CancellationToken ct)
    {
        var (name, _) = await texts.ToAsync.ExtractFeatures(text, ct);
        return await modelC.ToAsync.Score(name, ct);
    }

    [Overlap("2->1", "each half of the pair comes from its own side")]
    public async Task<float> PairwiseDeconstruction(float[] x, CancellationToken ct)
    {
        var (a, one) = (await modelA.ToAsync.Predict(x, ct), 1f);
        var b = await modelC.ToAsync.Rank(one, 2, ct);
        return a + b;
    }

    [Ordered("ValueFlow", "through a swap: the names change places")]
    public async Task<float> SwapFeedsNext(float[] x, float y, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        (a, y) = (y, a);
        return a + await modelC.ToAsync.Rank(y, 1, ct);
    }

    [Overlap("2->1", "after the swap the result is under the other name")]
    public async Task<float> SwapFreesNext(float[] x, float y, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        (a, y) = (y, a);
        var c = await modelC.ToAsync.Rank(a, 1, ct);
        return y + c;
    }

    [Overlap("2->1", "the local is overwritten before it is used")]
    public async Task<float> OverwrittenLocal(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var kept = a;
        a = 3;
        var c = await modelC.ToAsync.Rank(a, 1, ct);
        return kept + c;
    }

    [Ordered("ValueFlow", "overwritten only under a condition")]
    public async Task<float> MaybeOverwrittenLocal(float[] x, bool flag, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        if (flag)
            a = 3;
        return await modelC.ToAsync.Rank(a, 1, ct);
    }

    [Ordered("ValueFlow", "the value is the same in both branches' names, but the result chose the branch")]
    public async Task<float> ResultChoosesBranch(string text, CancellationToken ct)
    {
        var english = await texts.ToAsync.IsEnglish(text, ct);
        var k = 1f;
        if (english)
            k = 2f;
        return await modelC.ToAsync.Rank(k, 1, ct);
    }

    [Ordered("ValueFlow", "through a conditional expression that the result decides")]
    public async Task<float> ResultChoosesValue(string text, CancellationToken ct)
    {
        var english = await texts.ToAsync.IsEnglish(text, ct);
        return await modelC.ToAsync.Rank(english ? 1 : 2, 1, ct);
    }

    [Ordered("ValueFlow", "through a property pattern that binds a variable")]
    public async Task<float> PatternFeedsNext(string text, CancellationToken ct)
    {
        var found = await texts.ToAsync.FindTitle(text, ct) is { } title ? title : "none";
        return await modelC.ToAsync.Score(found, ct);
    }

    [Ordered("ValueFlow", "through a switch expression")]
    public async Task<float> SwitchFeedsNext(string text, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var k = count switch { 0 => 1f, > 100 => 2f, _ => 3f };
        return await modelC.ToAsync.Rank(k, 1, ct);
    }

    [Overlap("2->1", "a switch over the result is harmless where the next call does not use it")]
    public async Task<float> SwitchBetween(string text, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        var k = count switch { 0 => 1f, > 100 => 2f, _ => 3f };
        var score = await modelC.ToAsync.Score(text, ct);
        return k + score;
    }

    [Ordered("ValueFlow", "through `with`")]
    public async Task<float> WithFeedsNext(string text, Features features, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var renamed = features with { Name = summary };
        return await texts.ToAsync.ScoreFeatures(renamed, ct);
    }

    [Overlap("2->1", "`with` on a record copies fields, and the copy is not used by the call")]
    public async Task<float> WithBetween(string text, Features features, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var renamed = features with { Name = summary };
        var score = await texts.ToAsync.ScoreFeatures(features, ct);
        return score + renamed.Name.Length;
    }

    [Ordered("ValueFlow", "through a new record")]
    public async Task<float> RecordFeedsNext(string text, CancellationToken ct)
    {
        var embedding = await texts.ToAsync.Embed(text, ct);
        return await texts.ToAsync.ScoreFeatures(new Features("x", embedding), ct);
    }

    [Ordered("ValueFlow", "LINQ runs code over the result, and its result goes on")]
    public async Task<float> LinqFeedsNext(string text, CancellationToken ct)
    {
        var words = await texts.ToAsync.ListWords(text, ct);
        var longest = words.OrderBy(word => word.Length).First();
        return await modelC.ToAsync.Score(longest, ct);
    }

    [Ordered("ValueFlow", "through an interpolated string")]
    public async Task<float> InterpolationFeedsNext(string text, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        return await modelC.ToAsync.Score($"{text}: {summary}", ct);
    }

    [Overlap("2->1", "an interpolated string of strings is harmless, and the call does not use it")]
    public async Task<string> InterpolationBetween(string text, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var line = $"{text}: {summary}";
        var score = await modelC.ToAsync.Score(text, ct);
        return line + score;
    }

    [Ordered("HiddenState", "through a field")]
    public async Task<float> FieldFeedsNext(string text, CancellationToken ct)
    {
        _text = await texts.ToAsync.Summarize(text, ct);
        return await modelC.ToAsync.Score(_text, ct);
    }

    [Ordered("ValueFlow", "a view of the array that came back")]
    public async Task<float> ViewFeedsNext(string text, CancellationToken ct)
    {
        var embedding = await texts.ToAsync.Embed(text, ct);
        ReadOnlyMemory<float> view = embedding.AsMemory();
        return await modelA.ToAsync.Predict([view.Length], ct);
    }

    [Ordered("ValueFlow", "another name for the array that came back")]
    public async Task<float> AliasFeedsNext(string text, CancellationToken ct)
    {
        var embedding = await texts.ToAsync.Embed(text, ct);
        var same = embedding;
        return await modelA.ToAsync.Predict(same, ct);
    }

    [Ordered("ValueFlow", "a member of the result")]
    public async Task<float> MemberFeedsNext(string text, CancellationToken ct)
    {
        var features = await texts.ToAsync.ExtractFeatures(text, ct);
        return await modelA.ToAsync.Predict(features.Values, ct);
    }

    [Ordered("ValueFlow", "the result's task is handed on instead of its value")]
    public async Task<float> CapturedByLambdaArgument(string text, CancellationToken ct)
    {
        var words = await texts.ToAsync.CountWords(text, ct);
        var found = await texts.ToAsync.FindWhere(text, word => word.Length > words, ct);
        return found.Length;
    }

    [Ordered("ValueFlow", "nested: the one call is an argument of the other")]
    public async Task<float> NestedCall(string text, CancellationToken ct) =>
        await modelA.ToAsync.Predict(await texts.ToAsync.Embed(text, ct), ct);

    [Ordered("ValueFlow", "null-coalescing still passes the result on")]
    public async Task<float> CoalesceFeedsNext(string text, CancellationToken ct)
    {
        var title = await texts.ToAsync.FindTitle(text, ct);
        return await modelC.ToAsync.Score(title ?? text, ct);
    }

    [Overlap("2->1", "null-coalescing on the result is harmless between")]
    public async Task<string> CoalesceBetween(string text, CancellationToken ct)
    {
        var title = await texts.ToAsync.FindTitle(text, ct) ?? "untitled";
        var score = await modelC.ToAsync.Score(text, ct);
        return title + score;
    }

    [Ordered("ValueFlow", "compound assignment adds the result to what is passed")]
    public async Task<float> AccumulatorFeedsNext(float[] x, float sum, CancellationToken ct)
    {
        sum += await modelA.ToAsync.Predict(x, ct);
        return await modelC.ToAsync.Rank(sum, 1, ct);
    }

    [Overlap("2->1", "both results are added to a local that no call reads")]
    public async Task<float> AccumulatorUnread(float[] x, CancellationToken ct)
    {
        var sum = 0f;
        sum += await modelA.ToAsync.Predict(x, ct);
        sum += await modelB.ToAsync.Predict(x, ct);
        return sum;
    }

    [Overlap("2->1", "the second call's result is the one deconstructed")]
    public async Task<float> SecondDeconstructed(string text, CancellationToken ct)
    {
        var score = await modelC.ToAsync.Score(text, ct);
        var (head, tail) = await texts.ToAsync.ParseParts(text, ct);
        return score + head.Length + tail.Length;
    }

    [Overlap("2->1", "deconstructed into locals that are there already")]
    public async Task<string> DeconstructedIntoExisting(string text, CancellationToken ct)
    {
        string head, tail;
        (head, tail) = await texts.ToAsync.ParseParts(text, ct);
        var score = await modelC.ToAsync.Score(text, ct);
        return head + tail + score;
    }
}
