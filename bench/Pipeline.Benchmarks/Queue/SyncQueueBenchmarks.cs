using BenchmarkDotNet.Attributes;
using Pipeline.Benchmarks.Interleaving;

namespace Pipeline.Benchmarks.Queue;

/// <summary>A sync body on the pool, behind each queue: the ratio is to <see cref="SemaphoreSlim"/> and <c>Task.Run</c>.</summary>
public class SyncQueueBenchmarks : QueueSetup
{
    private readonly Queued _queued = new();

    /// <summary>The body on the pool without a queue.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Unlimited() => CallAsync(StartBodyAsync);

    /// <summary>What most people write.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task SemaphoreSlim() => CallAsync(Semaphore.CallAsync);

    /// <summary>The limiter of System.Threading.RateLimiting.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task ConcurrencyLimiter() => CallAsync(Limiter.CallAsync);

    /// <summary>Consumers of a channel, which are on the pool already.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task ChannelConsumers() => CallAsync(Channel.CallAsync);

    /// <summary>A call through the async view of a service with <c>Concurrency</c>.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(ChannelConsumers))]
    public Task PipelineService() => CallAsync(Service.Compute);

    private protected override Task<int> BodyAsync(int value, CancellationToken cancellationToken) =>
        Task.FromResult(_queued.Compute(value));

    private protected override Task<int> StartBodyAsync(int value, CancellationToken cancellationToken) =>
        Task.Run(() => _queued.Compute(value), cancellationToken);
}
