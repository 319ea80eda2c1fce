using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Configuration;

namespace Pipeline.Benchmarks.Queue;

/// <summary>
/// One body behind each queue, called in closed loops: each caller makes its next call when the last is answered. All have a token that
/// can be canceled.
/// </summary>
[MemoryDiagnoser]
public abstract class QueueSetup
{
    /// <summary>How many calls an invocation makes, all callers together.</summary>
    protected const int Calls = 1024;

    private readonly CancellationTokenSource _caller = new();
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
        OwnSlots = new SlotQueue(Slots, StartBodyAsync);
        _channel = new ChannelQueue(Slots, BodyAsync);
        _semaphore = new SemaphoreQueue(Slots, StartBodyAsync);
        _limiter = new LimiterQueue(Slots, StartBodyAsync);
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

    /// <summary>The body, on whichever thread it is called.</summary>
    private protected abstract Task<int> BodyAsync(int value, CancellationToken cancellationToken);

    /// <summary>The body as callers start it: on the pool, if it would hold their thread.</summary>
    private protected abstract Task<int> StartBodyAsync(int value, CancellationToken cancellationToken);

    /// <summary>Runs the callers to their end.</summary>
    protected Task CallAsync(Func<int, CancellationToken, Task<int>> call) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => LoopAsync(call, Calls / Callers, _caller.Token))));

    private static async Task LoopAsync(Func<int, CancellationToken, Task<int>> call, int calls, CancellationToken cancellationToken)
    {
        int value = 0;
        for (int made = 0; made < calls; made++) value = await call(value, cancellationToken).ConfigureAwait(false);
    }
}
