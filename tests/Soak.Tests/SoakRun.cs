using Microsoft.Extensions.DependencyInjection;
using Pipeline.Soak.Load;
using Pipeline.Soak.Services;

namespace Pipeline.Soak;

/// <summary>A pipeline under load.</summary>
internal sealed class SoakRun : IAsyncDisposable
{
    private const int Workers = 24;

    private static readonly (string Key, string Value)[] Resilience =
    [
        ("Flaky:Apis:Retry:Resilience:Retry:MaxRetryAttempts", $"{Flaky.Retries}"),
        ("Flaky:Apis:Retry:Resilience:Retry:Delay", "1ms"),
        ("Flaky:Apis:Hedge:Resilience:Hedging:Delay", "3ms"),
        ("Fragile:Resilience:CircuitBreaker:MinimumThroughput", "5"),
        ("Fragile:Resilience:CircuitBreaker:FailureRatio", "0.5"),
        ("Fragile:Resilience:CircuitBreaker:SamplingDuration", "500ms"),
        ("Fragile:Resilience:CircuitBreaker:BreakDuration", "500ms"),
    ];

    private readonly PipelineApp _app;
    private readonly Book _book;
    private readonly Tally _tally = new();
    private readonly IReadOnlyList<Route> _routes;
    private readonly Watchdog _watchdog;
    private readonly int _seed;
    private Worker[] _workers = [];
    private volatile bool _isStopping;
    private long _calls;

    private SoakRun(PipelineApp app, Book book, int seed)
    {
        _app = app;
        _book = book;
        _seed = seed;
        _routes = Routes.Of(app);
        _watchdog = new(() => _tally.Total + book.Begun + book.Ended, Describe);
    }

    public long Calls => _tally.Total;

    /// <param name="seed">What the workers' choices follow from.</param>
    /// <param name="drainTimeout">How long a shutdown waits for calls; null if it does not.</param>
    public static async Task<SoakRun> StartAsync(int seed, string? drainTimeout = null)
    {
        var book = new Book();
        var app = await PipelineApp.StartAsync<Front>(builder =>
        {
            builder.Services.AddSingleton(book);
            foreach (var (key, value) in Resilience)
                builder.Configuration[$"Pipeline:Services:{key}"] = value;
            builder.Configuration["Pipeline:DrainTimeout"] = drainTimeout;
        });
        return new(app, book, seed);
    }

    /// <summary>Calls from all sides for that long, then waits until all that has begun has ended.</summary>
    public async Task LoadAsync(TimeSpan time)
    {
        var end = TimeProvider.System.GetTimestamp() + (long)(time.TotalSeconds * TimeProvider.System.TimestampFrequency);
        await _watchdog.WaitAsync(CallAsync(() => TimeProvider.System.GetTimestamp() < end));
        await WaitForServicesAsync();
    }

    /// <summary>Shuts the services down after that time, while calls come from all sides; then waits as after any load.</summary>
    public async Task ShutDownAsync(TimeSpan time)
    {
        var isDown = false;
        var load = CallAsync(() => !Volatile.Read(ref isDown));
        await Task.Delay(time);
        _isStopping = true;

        // Calls that are refused are no progress.
        await new Watchdog(() => _book.Begun + _book.Ended, Describe).WaitAsync(_app.DisposeAsync().AsTask());
        Volatile.Write(ref isDown, true);
        await _watchdog.WaitAsync(load);
        await WaitForServicesAsync();
    }

    /// <summary>Checks that services that were shut down take no calls.</summary>
    public async Task CheckRefusalAsync()
    {
        foreach (var route in _routes)
        {
            var ticket = new Ticket(Interlocked.Increment(ref _calls), 0);
            var refusal = await Assert.ThrowsAsync<ServiceUnavailableException>(() => route.CallAsync(ticket, CancellationToken.None));
            Assert.That(route.IsOf(refusal.Service), $"{route.Name}: {refusal.Message}");
            _tally.Count(route.Name, CallEnd.Unavailable);
        }
    }

    /// <summary>Checks that all that was promised of the calls so far was kept.</summary>
    public void CheckCalls()
    {
        Assert.That(_book.Surprises, Is.Empty);
        Assert.That(_tally.Total, Is.EqualTo(Interlocked.Read(ref _calls)), "calls that ended");
        Assert.That(_book.Running, Is.Empty, "calls that run");
    }

    /// <summary>Checks that nothing runs or waits: exactly as many calls as may run and wait find a place.</summary>
    public async Task CheckLimitsAsync()
    {
        foreach (var service in LimitedServices())
        {
            _book.CloseGate();
            var held = new List<Task>();
            for (var call = 0; call < service.Running; call++)
                held.Add(service.HoldAsync(CancellationToken.None));
            await _watchdog.WaitUntilAsync(() => _book.Held == service.Running);
            for (var call = 0; call < service.Waiting; call++)
                held.Add(service.HoldAsync(CancellationToken.None));

            var refusal = await Assert.ThrowsAsync<ServiceOverloadedException>(() => service.HoldAsync(CancellationToken.None));
            Assert.That((refusal.Service, refusal.Running, refusal.Waiting), Is.EqualTo((service.Name, service.Running, service.Waiting)));
            Assert.That(_book.Held, Is.EqualTo(service.Running), service.Name);
            _book.OpenGate();
            await _watchdog.WaitAsync(Task.WhenAll(held));
        }
    }

    /// <summary>What is left in memory once all has ended.</summary>
    public (long Bytes, int Contexts, int Alive) CheckMemory()
    {
        for (var collections = 0; collections < 3; collections++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var (contexts, alive) = _book.Forget();
        return (GC.GetTotalMemory(forceFullCollection: true), contexts, alive);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public override string ToString() => $"{_tally}Calls in all services: {_book.Begun:N0}.";

    private Task CallAsync(Func<bool> goesOn)
    {
        _workers = [.. Enumerable.Range(0, Workers).Select(worker => new Worker(
            _routes, _tally, _book, () => Interlocked.Increment(ref _calls), () => _isStopping, HashCode.Combine(_seed, worker, _calls)))];
        return Task.WhenAll(_workers.Select(worker => Task.Run(() => worker.RunAsync(() => goesOn() && _book.Surprises.Count == 0))));
    }

    // Those whose callers have given them up run on.
    private async Task WaitForServicesAsync()
    {
        await _watchdog.WaitUntilAsync(() => _book.Begun == _book.Ended);
        _workers = [];
    }

    private IReadOnlyList<LimitedService> LimitedServices() =>
    [
        new(nameof(Narrow), 4, 3, token => _app.GetProxy<Narrow.Proxy>().ToAsync.Hold(token)),
        new(nameof(Turnstile), 1, 200, token => _app.GetProxy<Turnstile.Proxy>().ToAsync.Hold(token)),
        new(nameof(Chain), 2, 200, token => _app.GetProxy<Chain.Proxy>().ToAsync.Hold(token)),
        new(nameof(Feed), 2, 200, token => _app.GetProxy<Feed.Proxy>().ToAsync.Hold(token)),
    ];

    private string Describe() => string.Join(Environment.NewLine,
    [
        "Calls from outside:",
        .. _workers.Select(static worker => worker.Current).OfType<string>(),
        "In the services:",
        .. _book.Running,
        $"{this}",
    ]);
}
