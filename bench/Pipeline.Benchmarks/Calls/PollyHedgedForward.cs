using Polly;

namespace Pipeline.Benchmarks.Calls;

/// <summary>Polly's hedging around the call: it knows async calls of one type of result.</summary>
public sealed class PollyHedgedForward(Forward inner, ResiliencePipeline<int> pipeline) : Forward
{
    /// <inheritdoc/>
    public override int Add(int value) => throw new NotSupportedException("Hedging is for async calls.");

    /// <inheritdoc/>
    public override async Task<int> AddLater(int value, bool suspends, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(
            static (call, token) => new ValueTask<int>(call.inner.AddLater(call.value, call.suspends, token)),
            (inner, value, suspends),
            cancellationToken).ConfigureAwait(false);
}
