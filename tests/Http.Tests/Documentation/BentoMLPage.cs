using Microsoft.AspNetCore.Builder;

namespace Pipeline.Http.Tests.Documentation;

#pragma warning disable CA1822 // As a reader of docs/bentoml.md would write them.

[Service]
public sealed partial class Scorer
{
    [Api]
    public float Predict(float[] data) => data.Sum();
}

[Service(Timeout = "10s", Concurrency = 4, QueueLimit = 100)]
public sealed partial class Writer
{
    [Api]
    public async IAsyncEnumerable<string> TokensAsync(string prompt)
    {
        foreach (string word in prompt.Split(' '))
        {
            await Task.Yield();
            yield return word;
        }
    }

    [OnStartup]
    public void Load()
    {
    }

    [OnShutdown]
    public void Unload()
    {
    }
}

[Service(Instances = 2)]
public sealed partial class Embedder
{
    [Api]
    public float Predict(float[] data) => data.Length;

    [Api]
    public int Size(byte[] image) => image.Length;
}

[Service]
public sealed partial class Simple(Scorer.Proxy scorer)
{
    [Api]
    public float Predict(float[] data) => scorer.Predict(data);
}

[Service]
public sealed partial class Patient(Scorer.Proxy scorer)
{
    [Api]
    public async Task<float> PredictAsync(float[] data, CancellationToken cancellationToken) =>
        await scorer.ToAsync.Predict(data, cancellationToken);
}

[Service]
public sealed partial class Front(
    Scorer.Proxy scorer,
    [Depends(Url = "http://scorer:3000")] Embedder.Proxy embedder)
{
    [Api]
    public async Task<float> PredictAsync(float[] data, CancellationToken cancellationToken)
    {
        var (a, b) = await Gather.All(
            scorer.ToAsync.Predict(data, cancellationToken),
            embedder.ToAsync.Predict(data, cancellationToken));
        return a + b;
    }

    [Api]
    public async Task<float> TryAsync(float[] data, CancellationToken cancellationToken)
    {
        var (a, b) = await Gather.Settle(
            scorer.ToAsync.Predict(data, cancellationToken),
            embedder.ToAsync.Predict(data, cancellationToken));
        return a.ValueOr(0) + b.ValueOr(0);
    }
}

internal static class Startup
{
    public static void Map(WebApplication app)
    {
        app.MapPipeline<Front>();
    }
}
