namespace Corpus;

public partial class Host
{
    [Ordered("HiddenState", "the first result goes into a field, seen by all if the second call fails")]
    public async Task<float> ResultIntoField(float[] x, CancellationToken ct)
    {
        _total = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        return b;
    }

    [Overlap("2->1", "only the last result goes into a field: by then both are there")]
    public async Task SecondIntoField(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        _total = await modelB.ToAsync.Predict(x, ct);
        _total += a;
    }

    [Ordered("HiddenState", "the first result goes into a property")]
    public async Task ResultIntoProperty(string text, CancellationToken ct)
    {
        Name = await texts.ToAsync.Summarize(text, ct);
        _text = await texts.ToAsync.Summarize("x", ct);
    }

    [Ordered("HiddenState", "the first result goes into an element")]
    public async Task<float> ResultIntoElement(float[] x, float[] results, CancellationToken ct)
    {
        results[0] = await modelA.ToAsync.Predict(x, ct);
        results[1] = await modelB.ToAsync.Predict(x, ct);
        return results[0];
    }

    [Ordered("HiddenState", "the first result goes into a static")]
    public async Task<float> ResultIntoStatic(string text, float[] x, CancellationToken ct)
    {
        s_count = await texts.ToAsync.CountWords(text, ct);
        return await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HiddenState", "the result is caught sight of in the catch block")]
    public async Task<float> SeenInCatch(float[] x, CancellationToken ct)
    {
        float a = 0;
        try
        {
            a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            return a + b;
        }
        catch (InvalidOperationException)
        {
            return a;
        }
    }

    [Ordered("HiddenState", "the result is caught sight of in an exception filter")]
    public async Task<float> SeenInFilter(float[] x, CancellationToken ct)
    {
        float a = 0;
        try
        {
            a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            return a + b;
        }
        catch (Exception) when (a > 0)
        {
            return 0;
        }
    }

    [Ordered("HiddenState", "the result is caught sight of in the finally block")]
    public async Task<float> SeenInFinally(float[] x, CancellationToken ct)
    {
        float a = 0;
        try
        {
            a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            return a + b;
        }
        finally
        {
            logger.LogInformation("a is {A}", a);
        }
    }

    [Ordered("HiddenState", "the catch block swallows, and the result is read behind it")]
    public async Task<float> SeenAfterCatch(float[] x, CancellationToken ct)
    {
        float a = 0, b = 0;
        try
        {
            a = await modelA.ToAsync.Predict(x, ct);
            b = await modelB.ToAsync.Predict(x, ct);
        }
        catch (InvalidOperationException)
        {
        }

        return a + b;
    }

    [Overlap("2->1", "the catch block leaves the method, so nobody sees half a state")]
    public async Task<float> CatchLeaves(float[] x, CancellationToken ct)
    {
        float a, b;
        try
        {
            a = await modelA.ToAsync.Predict(x, ct);
            b = await modelB.ToAsync.Predict(x, ct);
        }
        catch (InvalidOperationException)
        {
            return -1;
        }

        return a + b;
    }

    [Overlap("2->1", "the catch block throws on")]
    public async Task<float> CatchRethrows(float[] x, CancellationToken ct)
    {
        float a, b;
        try
        {
            a = await modelA.ToAsync.Predict(x, ct);
            b = await modelB.ToAsync.Predict(x, ct);
        }
        catch (InvalidOperationException e)
        {
            logger.LogError(e, "failed");
            throw;
        }

        return a + b;
    }

    [Ordered("HiddenState", "the catch block continues the loop, where the result is read again")]
    public async Task<float> CatchContinuesLoop(float[] x, int n, CancellationToken ct)
    {
        float a = 0;
        while (a < n)
        {
            try
            {
                a = await modelA.ToAsync.Predict(x, ct);
                a += await modelB.ToAsync.Predict(x, ct);
            }
            catch (InvalidOperationException)
            {
                continue;
            }
        }

        return a;
    }

    [Overlap("2->1", "both inside the try, declared inside it, the catch sees nothing")]
    public async Task<float> DeclaredInsideTry(float[] x, CancellationToken ct)
    {
        try
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            return a + b;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    [Ordered("HiddenState", "an outer catch sees it")]
    public async Task<float> SeenInOuterCatch(float[] x, CancellationToken ct)
    {
        float a = 0;
        try
        {
            try
            {
                a = await modelA.ToAsync.Predict(x, ct);
                return a + await modelB.ToAsync.Predict(x, ct);
            }
            finally
            {
                logger.LogInformation("done");
            }
        }
        catch (InvalidOperationException)
        {
            return a;
        }
    }

    [Ordered("HiddenState", "a lambda made before has captured the variable")]
    public async Task<float> CapturedBefore(float[] x, CancellationToken ct)
    {
        float a = 0;
        External.Keep(() => a);
        a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "a lambda made after both has captured the variable")]
    public async Task<float[]> CapturedAfter(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        return x.Select(value => (value * a) + b).ToArray();
    }

    [Ordered("HarmlessBetween", "a lambda between has captured the variable, and is run")]
    public async Task<float> CapturedBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Func<float> read = () => a;
        return read() + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HiddenState", "a local function can be called from anywhere")]
    public async Task<float> CapturedByLocalFunction(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        return Sum() + b;

        float Sum() => a + 1;
    }

    [Ordered("HiddenState", "the lambda of the last round has captured the variable outside the loop")]
    public async Task<float> CapturedInLoop(float[] x, CancellationToken ct)
    {
        float a = 0;
        while (a < 3)
        {
            a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            External.Keep(() => a + b);
        }

        return a;
    }

    [Overlap("2->1", "a variable of each round is captured at the end of the round")]
    public async Task<float> CapturedPerRound(float[] x, int n, CancellationToken ct)
    {
        float sum = 0;
        while (sum < n)
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            External.Keep(() => a + b);
            sum++;
        }

        return sum;
    }

    [Overlap("2->1", "into parameters by value: the caller does not see them")]
    public async Task<float> IntoParameters(float[] x, float a, float b, CancellationToken ct)
    {
        a = await modelA.ToAsync.Predict(x, ct);
        b = await modelB.ToAsync.Predict(x, ct);
        return a + b;
    }

    [Ordered("HiddenState", "into the type's own parameter, which other members read")]
    public async Task<float> IntoPrimaryParameter(string text, float[] x, CancellationToken ct)
    {
        reassigned = await texts.ToAsync.Summarize(text, ct);
        return await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HiddenState", "the object may be anybody's: its members are written one by one")]
    public async Task<Page> IntoMembersOfArgument(string text, Page page, CancellationToken ct)
    {
        page.Body = await texts.ToAsync.Summarize(text, ct);
        page.Title = await texts.ToAsync.FindTitle(text, ct);
        return page;
    }

    [Overlap("2->1", "a local of the lambda that holds the calls")]
    public Func<Task<float>> LocalOfLambda(float[] x) => async () =>
    {
        var a = await modelA.ToAsync.Predict(x);
        var b = await modelB.ToAsync.Predict(x);
        return a + b;
    };

    [Ordered("HiddenState", "a lambda writes the variable of the method around it")]
    public async Task<float> WritesOuterLocal(float[] x)
    {
        float a = 0;
        Func<Task<float>> run = async () =>
        {
            a = await modelA.ToAsync.Predict(x);
            return await modelB.ToAsync.Predict(x);
        };
        await Elsewhere();
        return a + await run();
    }

    [Ordered("HiddenState", "the member is written between the calls")]
    public async Task<float> FieldWrittenBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        _total++;
        return a + await modelB.ToAsync.Predict(x, ct);
    }
}
