using Polly;

namespace Pipeline.Benchmarks.Calls;

/// <summary>A Polly pipeline around the call, without a closure.</summary>
public sealed class PollyForward(Forward inner, ResiliencePipeline pipeline) : Forward
{
    /// <inheritdoc/>
    public override int Add(int value) =>
        pipeline.Execute(static (call, _) => call.inner.Add(call.value), (inner, value), CancellationToken.None);

    /// <inheritdoc/>
    public override async Task<int> AddLater(int value, bool suspends, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(
            static (call, token) => new ValueTask<int>(call.inner.AddLater(call.value, call.suspends, token)),
            (inner, value, suspends),
            cancellationToken).ConfigureAwait(false);
}
