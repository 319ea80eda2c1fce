namespace Corpus;

public partial class Host
{
    [Overlap("4->2", "two chains, interleaved: A; B; C(A); D(B)")]
    public async Task<float> InterleavedChains(string text, string other, CancellationToken ct)
    {
        var a = await texts.ToAsync.Embed(text, ct);
        var b = await texts.ToAsync.Embed(other, ct);
        var c = await modelA.ToAsync.Predict(a, ct);
        var d = await modelB.ToAsync.Predict(b, ct);
        return c + d;
    }

    [Overlap("4->2", "two chains, one after the other: A; B(A); C; D(C)")]
    public async Task<float> ChainAfterChain(string text, string other, CancellationToken ct)
    {
        var a = await texts.ToAsync.Embed(text, ct);
        var b = await modelA.ToAsync.Predict(a, ct);
        var c = await texts.ToAsync.Embed(other, ct);
        var d = await modelB.ToAsync.Predict(c, ct);
        return b + d;
    }

    [Overlap("3->2", "a diamond without its side: A; B(A); C")]
    public async Task<float> LoneThird(string text, float[] x, CancellationToken ct)
    {
        var a = await texts.ToAsync.Embed(text, ct);
        var b = await modelA.ToAsync.Predict(a, ct);
        var c = await modelB.ToAsync.Predict(x, ct);
        return b + c;
    }

    [Overlap("2->1", "the sides of a diamond: A; B(A); C(A); D(B, C)")]
    public async Task<float> Diamond(string text, CancellationToken ct)
    {
        var a = await texts.ToAsync.Embed(text, ct);
        var b = await modelA.ToAsync.Predict(a, ct);
        var c = await modelB.ToAsync.Predict(a, ct);
        return await modelC.ToAsync.Rank(b, c, ct);
    }

    [Ordered("ValueFlow", "a chain: each needs the one before")]
    public async Task<float> Chain(string text, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        var embedding = await texts.ToAsync.Embed(summary, ct);
        return await modelA.ToAsync.Predict(embedding, ct);
    }

    [Overlap("2->1, 2->1", "two groups, a barrier between")]
    public async Task<float> TwoGroups(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        Validate(a + b);
        var c = await modelC.ToAsync.Score("x", ct);
        var d = await texts.ToAsync.CountWords("x", ct);
        return c + d;
    }

    [Overlap("2->1", "the last of a chain beside a free one: nothing else can move")]
    public async Task<float> FreeAtTheEnd(string text, CancellationToken ct)
    {
        var summary = await texts.ToAsync.Summarize(text, ct);
        Validate(summary.Length);
        var embedding = await texts.ToAsync.Embed(summary, ct);
        var words = await texts.ToAsync.CountWords(text, ct);
        return embedding.Length + words;
    }

    [Overlap("4->2", "text and image overlap as wholes; the ranker needs both and is no part of it")]
    public async Task<float> ModalitiesThenRank(string text, string image, CancellationToken ct)
    {
        var clean = await texts.ToAsync.Summarize(text, ct);
        var score = await modelC.ToAsync.Score(clean, ct);
        var page = await texts.ToAsync.Embed(image, ct);
        var other = await modelA.ToAsync.Predict(page, ct);
        return await modelC.ToAsync.Rank(score, other, ct);
    }
}
