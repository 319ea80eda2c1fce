using BenchmarkDotNet.Attributes;
using Polly;

namespace Pipeline.Benchmarks.Calls;

/// <summary>One service behind each feature of a call, and what people write instead. No limit is ever reached, no time ever up.</summary>
[MemoryDiagnoser]
public abstract class CallFeatureSetup
{
    /// <summary>How many calls an invocation makes.</summary>
    protected const int Calls = 64;

    private const int Slots = 4;
    private static readonly (string, string) Concurrency = (nameof(Concurrency), "4");
    private static readonly (string, string) QueueLimit = (nameof(QueueLimit), "100");
    private static readonly (string, string) Instances = (nameof(Instances), "2");
    private static readonly (string, string) Timeout = (nameof(Timeout), "30s");
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    private readonly TargetApps _apps = new();
    private SemaphoreForward _semaphore = null!;

    /// <summary>The floor.</summary>
    protected Forward HandWritten { get; private set; } = null!;

    /// <summary>The generated proxy with every feature off.</summary>
    protected Target.Proxy Bare { get; private set; } = null!;

    /// <summary>With <c>Concurrency</c>.</summary>
    protected Target.Proxy Limited { get; private set; } = null!;

    /// <summary>With <c>Concurrency</c> and <c>QueueLimit</c>.</summary>
    protected Target.Proxy LimitedQueue { get; private set; } = null!;

    /// <summary>With <c>Instances</c>.</summary>
    protected Target.Proxy Pooled { get; private set; } = null!;

    /// <summary>With <c>Timeout</c>.</summary>
    protected Target.Proxy Timed { get; private set; } = null!;

    /// <summary>With <c>Concurrency</c> and <c>Timeout</c>.</summary>
    protected Target.Proxy LimitedAndTimed { get; private set; } = null!;

    /// <summary>A service with a deadline, which calls one without.</summary>
    protected Front.Proxy TimedFront { get; private set; } = null!;

    /// <summary><see cref="SemaphoreSlim"/> by hand.</summary>
    protected Forward Semaphore => _semaphore;

    /// <summary>A linked <see cref="CancellationTokenSource"/> by hand.</summary>
    protected Forward TimedByHand { get; private set; } = null!;

    /// <summary>Both by hand.</summary>
    protected Forward SemaphoreAndTimedByHand { get; private set; } = null!;

    /// <summary>Polly's concurrency limiter.</summary>
    protected Forward PollyLimiter { get; private set; } = null!;

    /// <summary>Polly's timeout.</summary>
    protected Forward PollyTimeout { get; private set; } = null!;

    /// <summary>Polly's both.</summary>
    protected Forward PollyLimiterAndTimeout { get; private set; } = null!;

    /// <summary>Starts the services and wraps the hand-written calls.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        Bare = await _apps.StartAsync();
        Limited = await _apps.StartAsync(Concurrency);
        LimitedQueue = await _apps.StartAsync(Concurrency, QueueLimit);
        Pooled = await _apps.StartAsync(Instances);
        Timed = await _apps.StartAsync(Timeout);
        LimitedAndTimed = await _apps.StartAsync(Concurrency, Timeout);
        TimedFront = await _apps.StartFrontAsync(timeout: "30s");

        HandWritten = new BareForward(new Target());
        _semaphore = new SemaphoreForward(HandWritten, Slots);
        TimedByHand = new TimeoutForward(HandWritten, Time);
        SemaphoreAndTimedByHand = new TimeoutForward(_semaphore, Time);
        PollyLimiter = Polly(builder => builder.AddConcurrencyLimiter(Slots, int.MaxValue));
        PollyTimeout = Polly(builder => builder.AddTimeout(Time));
        PollyLimiterAndTimeout = Polly(builder => builder.AddTimeout(Time).AddConcurrencyLimiter(Slots, int.MaxValue));
    }

    /// <summary>Stops the services.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _apps.DisposeAsync();
        _semaphore.Dispose();
    }

    private PollyForward Polly(Action<ResiliencePipelineBuilder> configure)
    {
        var builder = new ResiliencePipelineBuilder();
        configure(builder);
        return new PollyForward(HandWritten, builder.Build());
    }
}
