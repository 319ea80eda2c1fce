namespace Corpus;

public partial class Host
{
    [Overlap("2->1", "in a lambda")]
    public Func<Task<float>> InLambda(float[] x) => async () => await modelA.ToAsync.Predict(x) + await modelB.ToAsync.Predict(x);

    [Overlap("2->1", "in a local function")]
    public Task<float> InLocalFunction(float[] x)
    {
        return Run();

        async Task<float> Run()
        {
            var a = await modelA.ToAsync.Predict(x);
            var b = await modelB.ToAsync.Predict(x);
            return a + b;
        }
    }

    [Overlap("2->1", "in an async lambda inside a local function inside a lambda")]
    public Action InNestedFunctions(float[] x) => () =>
    {
        Run();

        void Run() => External.Keep(async () =>
        {
            var a = await modelA.ToAsync.Predict(x);
            var b = await modelB.ToAsync.Predict(x);
            return a + b;
        });
    };

    [Overlap("2->1", "in a getter, which gives the task of a lambda")]
    public Task<float> InGetter
    {
        get
        {
            Func<Task<float>> run = async () => await modelA.ToAsync.Predict([1]) + await modelB.ToAsync.Predict([2]);
            return run();
        }
    }

    [Overlap("2->1, 2->1", "in the method and in its lambda, each on its own line")]
    public async Task<float> InMethodAndLambda(float[] x)
    {
        var a = await modelA.ToAsync.Predict(x);
        var b = await modelB.ToAsync.Predict(x);
        External.Keep(async () => await modelA.ToAsync.Predict(x) + await modelB.ToAsync.Predict(x));
        return a + b;
    }

    [Overlap("2->1", "an async method without a value")]
    public async Task InVoidTask(float[] x)
    {
        var a = await modelA.ToAsync.Predict(x);
        var b = await modelB.ToAsync.Predict(x);
        _total = a + b;
    }

    [Overlap("2->1", "a ValueTask method")]
    public async ValueTask<float> InValueTask(float[] x) => await modelA.ToAsync.Predict(x) + await modelB.ToAsync.Predict(x);

    [Overlap("2->1", "an async void handler")]
    public async void InAsyncVoid(float[] x)
    {
        var a = await modelA.ToAsync.Predict(x);
        var b = await modelB.ToAsync.Predict(x);
        _total = a + b;
    }

    [Overlap("2->1", "an extension's or a static method's calls count like any other's")]
    public static async Task<float> InStatic(ModelA.Proxy left, ModelB.Proxy right, float[] x) =>
        await left.ToAsync.Predict(x) + await right.ToAsync.Predict(x);

    [Overlap("2->1", "a generic method")]
    public async Task<(T, float)> InGeneric<T>(T item, float[] x)
    {
        var a = await modelA.ToAsync.Predict(x);
        var b = await modelB.ToAsync.Predict(x);
        return (item, a + b);
    }
}
