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
    public Task SemaphoreSlim() => CallAsync(value => Semaphore.CallAsync(BodyAsync, value));

    /// <summary>The limiter of System.Threading.RateLimiting.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task ConcurrencyLimiter() => CallAsync(value => Limiter.CallAsync(BodyAsync, value));

    /// <summary>Consumers of a channel.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task ChannelConsumers() => CallAsync(Channel.CallAsync);

    /// <summary>The runtime's queue alone.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(ChannelConsumers))]
    public Task PipelineSlots() => CallAsync(value => OwnSlots.CallAsync(BodyAsync, value));

    /// <summary>A call through the proxy of a service with <c>Concurrency</c>.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(ChannelConsumers))]
    public Task PipelineService() => CallAsync(value => Service.Fetch(value));

    private protected override Task<int> BodyAsync(int value) => _queued.FetchAsync(value, default);
}
