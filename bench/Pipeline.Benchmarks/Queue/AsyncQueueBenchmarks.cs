using BenchmarkDotNet.Attributes;
using Pipeline.Benchmarks.Interleaving;

namespace Pipeline.Benchmarks.Queue;

/// <summary>An async body that leaves its thread once, behind each queue: the ratio is to <see cref="SemaphoreSlim"/>.</summary>
public class AsyncQueueBenchmarks : QueueSetup
{
    private readonly Queued _queued = new();

    /// <summary>The body without a queue.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Unlimited() => CallAsync(BodyAsync);

    /// <summary>What most people write.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task SemaphoreSlim() => CallAsync(Semaphore.CallAsync);

    /// <summary>The limiter of System.Threading.RateLimiting.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task ConcurrencyLimiter() => CallAsync(Limiter.CallAsync);

    /// <summary>Consumers of a channel.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task ChannelConsumers() => CallAsync(Channel.CallAsync);

    /// <summary>The runtime's queue alone.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(ChannelConsumers))]
    public Task PipelineSlots() => CallAsync(OwnSlots.CallAsync);

    /// <summary>A call through the proxy of a service with <c>Concurrency</c>.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(ChannelConsumers))]
    public Task PipelineService() => CallAsync(Service.Fetch);

    private protected override Task<int> BodyAsync(int value, CancellationToken cancellationToken) =>
        _queued.FetchAsync(value, cancellationToken);

    private protected override Task<int> StartBodyAsync(int value, CancellationToken cancellationToken) =>
        BodyAsync(value, cancellationToken);
}
