using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;

namespace Pipeline.Benchmarks.Queue;

/// <summary>One body behind each queue, called in closed loops: each caller makes its next call when the last is answered.</summary>
[MemoryDiagnoser]
public abstract class QueueSetup
{
    /// <summary>How many calls an invocation makes, all callers together.</summary>
    protected const int Calls = 1024;

    private PipelineApp? _app;
    private ChannelQueue? _channel;
    private SemaphoreQueue? _semaphore;
    private LimiterQueue? _limiter;

    /// <summary>How many calls may run; with one caller, nobody ever waits.</summary>
    [Params(2, 4)]
    public int Slots { get; set; }

    /// <summary>How many callers there are.</summary>
    [Params(1, 64)]
    public int Callers { get; set; }

    private protected Queued.Proxy.Async Service { get; private set; } = null!;

    private protected SlotQueue OwnSlots { get; private set; } = null!;

    private protected SemaphoreQueue Semaphore => _semaphore!;

    private protected LimiterQueue Limiter => _limiter!;

    private protected ChannelQueue Channel => _channel!;

    /// <summary>Makes the queues.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _app = await PipelineApp.StartAsync<Queued>(builder => builder.Configuration["Pipeline:Services:Queued:Concurrency"] = $"{Slots}");
        Service = _app.GetProxy<Queued.Proxy>().ToAsync;
        OwnSlots = new SlotQueue(Slots);
        _channel = new ChannelQueue(Slots, BodyAsync);
        _semaphore = new SemaphoreQueue(Slots);
        _limiter = new LimiterQueue(Slots);
    }

    /// <summary>Ends the queues.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _channel!.DisposeAsync();
        await _app!.DisposeAsync();
        _semaphore!.Dispose();
        _limiter!.Dispose();
    }

    private protected abstract Task<int> BodyAsync(int value);

    /// <summary>Runs the callers to their end.</summary>
    protected Task CallAsync(Func<int, Task<int>> call) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => LoopAsync(call, Calls / Callers))));

    private static async Task LoopAsync(Func<int, Task<int>> call, int calls)
    {
        int value = 0;
        for (int made = 0; made < calls; made++) value = await call(value).ConfigureAwait(false);
    }
}
