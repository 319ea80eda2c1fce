using System.Transactions;

namespace Corpus;

public partial class Host
{
    private static readonly ActivitySource Activities = new("corpus");

    [Ordered("SameRegion", "the second is in a try: its failure is caught, the first one's is not")]
    public async Task<float> SecondInTry(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        try
        {
            return a + await modelB.ToAsync.Predict(x, ct);
        }
        catch (InvalidOperationException)
        {
            return a;
        }
    }

    [Ordered("SameRegion", "the first is in a try")]
    public async Task<float> FirstInTry(float[] x, CancellationToken ct)
    {
        float a;
        try
        {
            a = await modelA.ToAsync.Predict(x, ct);
        }
        catch (InvalidOperationException)
        {
            a = 0;
        }

        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("SameRegion", "one in the try, one in the catch")]
    public async Task<float> TryAndCatch(float[] x, CancellationToken ct)
    {
        try
        {
            return await modelA.ToAsync.Predict(x, ct);
        }
        catch (InvalidOperationException)
        {
            return await modelB.ToAsync.Predict(x, ct);
        }
    }

    [Ordered("SameRegion", "one in the try, one in the finally")]
    public async Task<float> TryAndFinally(float[] x, CancellationToken ct)
    {
        float b = 0;
        try
        {
            return await modelA.ToAsync.Predict(x, ct);
        }
        finally
        {
            b = await modelB.ToAsync.Predict(x, ct);
        }
    }

    [Overlap("2->1", "both in one catch block")]
    public async Task<float> BothInCatch(float[] x, CancellationToken ct)
    {
        try
        {
            await Elsewhere();
            return 0;
        }
        catch (InvalidOperationException)
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            return a + b;
        }
    }

    [Overlap("2->1", "both in one finally block")]
    public async Task<float> BothInFinally(float[] x, CancellationToken ct)
    {
        float sum = 0;
        try
        {
            await Elsewhere();
        }
        finally
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            sum = a + b;
        }

        return sum;
    }

    [Ordered("SameRegion", "a using statement begins between")]
    public async Task<float> UsingBetween(float[] x, Func<IDisposable> open, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        using (open())
        {
            return a + await modelB.ToAsync.Predict(x, ct);
        }
    }

    [Ordered("SameRegion", "a using declaration begins between")]
    public async Task<float> UsingDeclarationBetween(float[] x, MemoryStream stream, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        using var owned = stream;
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "a using declaration before both")]
    public async Task<float> UsingDeclarationBefore(float[] x, MemoryStream stream, CancellationToken ct)
    {
        using var owned = stream;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("SameRegion", "a using declaration ends with its block, between the calls")]
    public async Task<float> UsingDeclarationEnds(float[] x, MemoryStream stream, CancellationToken ct)
    {
        float a;
        {
            using var owned = stream;
            a = await modelA.ToAsync.Predict(x, ct);
        }

        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "a bare block is only a scope")]
    public async Task<float> BareBlock(float[] x, CancellationToken ct)
    {
        float a;
        {
            a = await modelA.ToAsync.Predict(x, ct);
        }

        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "both in one using statement")]
    public async Task<float> BothInUsing(float[] x, Func<MemoryStream> open, CancellationToken ct)
    {
        using (var stream = open())
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            return a + b;
        }
    }

    [Ordered("SameRegion", "an activity begins between: the second's time belongs to it")]
    public async Task<float> ActivityBetween(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        using var activity = Activities.StartActivity("second");
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("HarmlessBetween", "an activity is stopped between")]
    public async Task<float> ActivityStopped(float[] x, Activity activity, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        activity.Stop();
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Overlap("2->1", "an activity around both")]
    public async Task<float> ActivityAround(float[] x, CancellationToken ct)
    {
        using var activity = Activities.StartActivity("both");
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("SameRegion", "a transaction scope is alive: two calls must not enlist at once")]
    public async Task<float> TransactionAround(float[] x, CancellationToken ct)
    {
        using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        scope.Complete();
        return a + b;
    }

    [Ordered("SameRegion", "a transaction scope of another block of the method may still be open")]
    public async Task<float> TransactionInMethod(float[] x, bool flag, CancellationToken ct)
    {
        var scope = flag ? new TransactionScope() : null;
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelB.ToAsync.Predict(x, ct);
        scope?.Dispose();
        return a + b;
    }

    [Ordered("SameRegion", "another ambient scope is alive")]
    public async Task<float> LogScopeAround(float[] x, CancellationToken ct)
    {
        using (logger.BeginScope("both"))
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            return a + b;
        }
    }

    [Ordered("SameRegion", "the lambda's calls and the method's have nothing to do with each other")]
    public async Task<float> MethodAndLambda(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        Func<Task<float>> later = () => modelC.ToAsync.Score("x");
        Func<Task<float>> second = async () => await modelB.ToAsync.Predict(x);
        External.Keep((later, second));
        return a;
    }

    [Ordered("SameRegion", "only one of them in a checked block")]
    public async Task<float> SecondInChecked(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        checked
        {
            return a + await modelB.ToAsync.Predict(x, ct);
        }
    }

    [Ordered("SameRegion", "only one of them in a checked expression")]
    public async Task<float> SecondInCheckedExpression(float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + checked(await modelB.ToAsync.Predict(x, ct));
    }

    [Overlap("2->1", "both in one checked block")]
    public async Task<float> BothInChecked(float[] x, CancellationToken ct)
    {
        checked
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            var b = await modelB.ToAsync.Predict(x, ct);
            return a + b;
        }
    }
}
