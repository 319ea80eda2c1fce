namespace Corpus;

public partial class Host
{
    [Ordered("ControlFlow", "a guard between may return first")]
    public async Task<float> GuardBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        if (a < 0)
            return a;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("ControlFlow", "a guard between that does not look at the result may still return first")]
    public async Task<float> UnrelatedGuardBetween(float[] x, bool stop, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        if (stop)
            return a;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "a guard before both decides for both")]
    public async Task<float> GuardBefore(float[] x, bool stop, CancellationToken ct)
    {
        if (stop)
            return 0;
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        return a + b;
    }

    [Ordered("ControlFlow", "a throw between")]
    public async Task<float> ThrowBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        if (a < 0)
            throw new InvalidOperationException();
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("ControlFlow", "only the second is under a condition")]
    public async Task<float> SecondUnderCondition(float[] x, bool flag, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        if (flag)
            a += await modelB.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score("x", ct);
    }

    [Ordered("ControlFlow", "only the first is under a condition")]
    public async Task<float> FirstUnderCondition(float[] x, bool flag, CancellationToken ct)
    {
        var c = await modelC.ToAsync.Score("x", ct);
        float a = 0;
        if (flag)
            a = await modelA.ToAsync.Predict(x, ct);
        return a + c + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "both under the same condition")]
    public async Task<float> BothUnderCondition(float[] x, bool flag, CancellationToken ct)
    {
        if (flag)
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            return a + b;
        }

        return 0;
    }

    [Ordered("ControlFlow", "the second runs only if the first says so")]
    public async Task<bool> ShortCircuitAnd(string text, CancellationToken ct) =>
        await texts.ToAsync.IsEnglish(text, ct) && await texts.ToAsync.CountWords(text, ct) > await texts.ToAsync.CountWords("x" + text.Substring(1), ct);

    [Ordered("ControlFlow", "a conditional access between the calls may skip the second")]
    public async Task<float> ConditionalAccess(Page? page, string text, CancellationToken ct)
    {
        var a = await modelC.ToAsync.Score(text, ct);
        var first = page is null ? 0 : await modelC.ToAsync.Score(page.Body, ct);
        return a + first + await modelA.ToAsync.Predict([], ct);
    }

    [Ordered("ControlFlow", "the second stands behind `??`")]
    public async Task<string> CoalesceRight(string text, CancellationToken ct)
    {
        var score = await modelC.ToAsync.Score(text, ct);
        var title = await texts.ToAsync.FindTitle(Validated(text), ct) ?? await texts.ToAsync.Summarize(text, ct);
        return title + score;
    }

    private static string Validated(string text) => text.Length > 0 ? text : throw new ArgumentException("empty");

    [Ordered("ControlFlow", "one call in each branch of `?:`")]
    public async Task<float> OneInEachBranch(float[] x, bool flag, CancellationToken ct) =>
        flag ? await modelA.ToAsync.Predict(x, ct) : await modelB.ToAsync.Predict(x, ct) + await modelC.ToAsync.Score(Validated(""), ct);

    [Overlap("2->1", "both in the same branch of `?:`")]
    public async Task<float> BothInOneBranch(float[] x, bool flag, CancellationToken ct) =>
        flag ? await modelA.ToAsync.Predict(x, ct) + await modelB.ToAsync.Predict(x, ct) : 0;

    [Ordered("ControlFlow", "a loop between may never end")]
    public async Task<float> LoopBetween(float[] x, int n, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        while (n > 0)
            n--;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("ControlFlow", "the second is in a loop")]
    public async Task<float> SecondInLoop(float[] x, int n, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        for (int i = 0; i < n; i++)
            a += await modelB.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score("x", ct);
    }

    [Overlap("2->1", "both in one iteration, however often it runs")]
    public async Task<float> BothInLoop(float[] x, int n, CancellationToken ct)
    {
        float sum = 0;
        while (sum < n)
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            sum += a + b;
        }

        return sum;
    }

    [Ordered("ControlFlow", "`break` between")]
    public async Task<float> BreakBetween(float[] x, CancellationToken ct)
    {
        float sum = 0;
        while (true)
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            if (a > 3)
                break;
            sum += await modelB.ToAsync.Predict(x, ct);
        }

        return sum;
    }

    [Ordered("ControlFlow", "`continue` between")]
    public async Task<float> ContinueBetween(float[] xs, CancellationToken ct)
    {
        float sum = 0;
        foreach (var x in xs)
        {
            var a = await modelC.ToAsync.Rank(x, 1, ct);
            if (a > 3)
                continue;
            sum += await modelC.ToAsync.Rank(x, 2, ct);
        }

        return sum;
    }

    [Ordered("ControlFlow", "`goto` between")]
    public async Task<float> GotoBetween(float[] x, bool flag, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        if (flag)
            goto done;
        a += await modelB.ToAsync.Predict(x, ct);
        done:
        return a;
    }

    [Ordered("ControlFlow", "a label between: control may arrive there another way")]
    public async Task<float> LabelBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        again:
        var b = await modelB.ToAsync.Predict(x, ct);
        if (b > 3)
            goto again;
        return a + b;
    }

    [Ordered("ControlFlow", "`yield` between hands the first result to a consumer who may stop")]
    public async IAsyncEnumerable<float> YieldBetween(float[] x)
    {
        yield return await modelA.ToAsync.Predict(x);
        yield return await modelB.ToAsync.Predict(x);
    }

    [Overlap("2->1", "both before the `yield`")]
    public async IAsyncEnumerable<float> YieldAfter(float[] x)
    {
        var a = await modelA.ToAsync.Predict(x);
        var b = await modelB.ToAsync.Predict(x);
        yield return a + b;
    }

    [Ordered("ControlFlow", "a switch statement decides on the second")]
    public async Task<float> SwitchDecides(float[] x, string text, CancellationToken ct)
    {
        var count = await texts.ToAsync.CountWords(text, ct);
        switch (count)
        {
            case 0:
                return 0;
            default:
                return await modelA.ToAsync.Predict(x, ct) + await modelC.ToAsync.Score(Validated(text), ct);
        }
    }

    [Overlap("2->1", "both in one case of a switch")]
    public async Task<float> BothInCase(float[] x, int n, CancellationToken ct)
    {
        switch (n)
        {
            case 0:
                var a = await modelA.ToAsync.Predict(x, ct);
                var b = await modelB.ToAsync.Predict(x, ct);
                return a + b;
            default:
                return 0;
        }
    }

    [Overlap("2->1", "an `if` between that skips nothing and runs nothing")]
    public async Task<float> HarmlessIfBetween(float[] x, bool flag, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var factor = 1f;
        if (flag)
            factor = 2f;
        else
            factor = 3f;
        var b = await modelB.ToAsync.Predict(x, ct);
        return (a + b) * factor;
    }

    [Ordered("ControlFlow", "a throw expression between")]
    public async Task<float> ThrowExpressionBetween(string text, float[] x, CancellationToken ct)
    {
        var title = await texts.ToAsync.FindTitle(text, ct) ?? throw new InvalidOperationException();
        return title.Length + await modelA.ToAsync.Predict(x, ct);
    }

    [Ordered("ControlFlow", "arms of a switch expression run one at a time")]
    public async Task<float> SwitchExpressionArms(float[] x, int n, CancellationToken ct)
    {
        var c = await modelC.ToAsync.Score("x", ct);
        return c + n switch
        {
            0 => await modelA.ToAsync.Predict(x, ct),
            _ => await modelB.ToAsync.Predict(x, ct),
        };
    }
}
