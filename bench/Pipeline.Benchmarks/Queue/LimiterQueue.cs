using System.Threading.RateLimiting;

namespace Pipeline.Benchmarks.Queue;

/// <summary>The platform's own limiter around the body, which Polly uses too.</summary>
internal sealed class LimiterQueue(int slots) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new()
    {
        PermitLimit = slots,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async Task<int> CallAsync(Func<int, Task<int>> body, int value)
    {
        using var lease = await _limiter.AcquireAsync().ConfigureAwait(false);
        return await body(value).ConfigureAwait(false);
    }

    public void Dispose() => _limiter.Dispose();
}
