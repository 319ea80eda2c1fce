using System.Threading.RateLimiting;

namespace Pipeline.Benchmarks.Queue;

/// <summary>The platform's own limiter around the body, which Polly uses too.</summary>
internal sealed class LimiterQueue(int slots, Func<int, CancellationToken, Task<int>> body) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = slots,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async Task<int> CallAsync(int value, CancellationToken cancellationToken)
    {
        using var lease = await _limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        return await body(value, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _limiter.Dispose();
}
