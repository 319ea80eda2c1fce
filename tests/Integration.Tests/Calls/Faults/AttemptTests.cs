using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>What is tried again, what opens a circuit, and when.</summary>
public sealed class AttemptTests
{
    private static readonly Type[] CallersErrors =
        [typeof(ArgumentException), typeof(InvalidOperationException), typeof(NotSupportedException), typeof(FormatException)];

    private static readonly Type[] Passing =
        [typeof(IOException), typeof(TimeoutException), typeof(HttpRequestException), typeof(System.Net.Sockets.SocketException)];

    [Test]
    public async Task CallersErrors_AreNotTriedAgain([ValueSource(nameof(CallersErrors))] Type type)
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:Retry:Delay", "1s"));
        var attempts = 0;
        app.Bodies.Run = (_, _) =>
        {
            attempts++;
            return Task.FromException<int>((Exception)Activator.CreateInstance(type)!);
        };

        Assert.That(async () => await app.Worker.ToAsync.Run(1), Throws.TypeOf(type));
        Assert.That(attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task FailuresThatMayPass_AreTriedThreeTimes([ValueSource(nameof(Passing))] Type type)
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:Retry", "on"));
        var attempts = 0;
        app.Bodies.Run = (_, _) =>
        {
            attempts++;
            return Task.FromException<int>((Exception)Activator.CreateInstance(type)!);
        };
        var call = app.Worker.ToAsync.Run(1);
        await PassAsync(app, call);

        Assert.That(async () => await call, Throws.TypeOf(type));
        Assert.That(attempts, Is.EqualTo(3));
    }

    [Test]
    public async Task CallersErrors_OpenNoCircuit()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:CircuitBreaker:MinimumThroughput", "2"));
        app.Bodies.Run = static (_, _) => Task.FromException<int>(new ArgumentException("yours"));
        for (var call = 0; call < 20; call++)
            Assert.That(async () => await app.Worker.ToAsync.Run(call), Throws.ArgumentException);

        app.Bodies.Run = static (id, _) => Task.FromResult(id);
        Assert.That(await app.Worker.ToAsync.Run(5), Is.EqualTo(5));
    }

    [Test]
    public async Task Probe_ThatItsCallerCancels_DecidesNothing()
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:Resilience:CircuitBreaker:MinimumThroughput", "2"), ("Worker:Resilience:CircuitBreaker:BreakDuration", "5s"));
        await OpenAsync(app);
        app.Time.Advance(TimeSpan.FromSeconds(6));
        app.Bodies.Run = static async (id, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return id;
        };
        using var source = new CancellationTokenSource();
        var probe = app.Worker.ToAsync.Run(1, source.Token);
        var beside = (await Assert.ThrowsAsync<ServiceUnavailableException>(() => app.Worker.ToAsync.Run(2)))!;
        Assert.That(beside.RetryAfter, Is.EqualTo(TimeSpan.Zero), "one probe at a time, which may end at any moment");
        await source.CancelAsync();
        Assert.That(async () => await probe, Throws.InstanceOf<OperationCanceledException>());

        app.Bodies.Run = static (_, _) => Task.FromException<int>(new IOException("still down"));
        Assert.That(async () => await app.Worker.ToAsync.Run(3), Throws.InstanceOf<IOException>(), "the next call is the next probe");
        Assert.That(async () => await app.Worker.ToAsync.Run(4), Throws.TypeOf<ServiceUnavailableException>(), "which failed");
    }

    [Test]
    public async Task Circuit_FurtherDown_IsNotTriedBeforeItSays()
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:Resilience:Retry:Delay", "1ms"), ("Worker:Resilience:Retry:MaxRetryAttempts", "5"));
        var attempts = 0;
        app.Bodies.Run = (_, _) =>
        {
            attempts++;
            return Task.FromException<int>(new ServiceUnavailableException("Far", "down", TimeSpan.FromSeconds(30)));
        };
        var call = app.Worker.ToAsync.Run(1);
        app.Time.Advance(TimeSpan.FromSeconds(29));
        await Task.Yield();
        Assert.That(attempts, Is.EqualTo(1));

        await PassAsync(app, call);
        Assert.That(attempts, Is.EqualTo(6));
    }

    [Test]
    public async Task Attempt_ThatCannotEndInTime_IsNotBegun([Values("10s", "11s")] string delay)
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:Timeout", "10s"), ("Worker:Resilience:Retry:Delay", delay), ("Worker:Resilience:Retry:UseJitter", "false"));
        app.Bodies.Run = static (_, _) => Task.FromException<int>(new IOException("down"));
        var call = app.Worker.ToAsync.Run(1);
        await PassAsync(app, call);

        Assert.That(async () => await call, Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task FailureOfACanceledCall_IsNotTriedAgain()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:Retry", "on"));
        using var source = new CancellationTokenSource();
        app.Bodies.Run = (_, _) =>
        {
            source.Cancel();
            throw new IOException("closed by the caller");
        };

        Assert.That(async () => await app.Worker.ToAsync.Run(1, source.Token), Throws.Exception);
        Assert.That(app.Log.All, Has.None.Contains("is tried again"));
    }

    [Test]
    public async Task Hedging_OnTheSyncView_TriesAgainAtAFailure()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:Hedging:Delay", "1s"));
        var attempts = 0;
        app.Bodies.Run = (id, _) => ++attempts == 1 ? Task.FromException<int>(new IOException("once")) : Task.FromResult(id);

        Assert.That(app.Worker.Run(3), Is.EqualTo(3));
        Assert.That(attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task Argument_ThatCanBeReadOnce_IsReadOnce([Values("Retry", "Hedging")] string kind)
    {
        await using var app = await WorkerApp.StartAsync(($"Worker:Resilience:{kind}", "on"));
        var attempts = 0;
        app.Bodies.Run = (_, _) => ++attempts == 1 ? Task.FromException<int>(new IOException("down")) : Task.FromResult(0);

        Assert.That(async () => await app.Worker.ToAsync.Total(app.Worker.ToAsync.Numbers(10)), Throws.InstanceOf<IOException>());
        Assert.That(attempts, Is.EqualTo(1));
    }

    [TestCase(typeof(IAsyncEnumerable<int>), true)]
    [TestCase(typeof(IEnumerable<int>), true)]
    [TestCase(typeof(Stream), true)]
    [TestCase(typeof((int, IEnumerable<string>)), true)]
    [TestCase(typeof(List<int>), false)]
    [TestCase(typeof(IReadOnlyList<int>), false)]
    [TestCase(typeof(string), false)]
    public void Type_ThatCanBeReadOnce_IsKnown(Type type, bool canBeReadOnce)
    {
        var method = typeof(PipelineApp).Assembly.GetType("Pipeline.Calls.Repeatability")!.GetMethod("CanBeReadOnce")!;

        Assert.That(method.Invoke(null, [type]), Is.EqualTo(canBeReadOnce));
    }

    [Test]
    public void Retry_OfAnApiWithAnArgumentThatCanBeReadOnce_StopsTheStart() => Assert.That(
        () => WorkerApp.StartAsync(("Worker:Apis:Total:Resilience:Retry", "on")),
        Throws.TypeOf<PipelineStartupException>().With.Message.Contains("its parameter numbers can be read only once"));

    [Test]
    public async Task Transient_OfTheApi_IsTriedAgain([Values] bool isDeclared)
    {
        await using var app = await WorkerApp.StartAsync(
            isDeclared ? [("Worker:Resilience:Retry:Delay", "1ms")]
            : [("Worker:Resilience:Retry:Delay", "1ms"), ("Worker:Resilience:Transient:0", "System.FormatException")]);
        var attempts = 0;
        app.Bodies.RunHere = id => ++attempts < 3 ? throw new FormatException("garbled") : id;
        var call = Task.Run(() => isDeclared ? app.Worker.WorkAnywhere(4) : app.Worker.Work(4));
        await PassAsync(app, call);

        Assert.That(await call, Is.EqualTo(4));
    }

    [Test]
    public async Task Transient_OfAName_IsThatTypeAlone()
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:Resilience:Retry", "on"), ("Worker:Resilience:Transient:0", "System.FormatException"));
        var attempts = 0;
        app.Bodies.Run = (_, _) =>
        {
            attempts++;
            return Task.FromException<int>(new InvalidCastException());
        };
        var call = app.Worker.ToAsync.Run(1);
        await PassAsync(app, call);

        Assert.That(async () => await call, Throws.TypeOf<InvalidCastException>());
        Assert.That(attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task Hedging_OfASyncApiThatRunsOnThePool_OverlapsOnTheSyncViewToo()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Apis:WorkAnywhere:Resilience:Hedging:Delay", "1s"));
        using var open = new ManualResetEventSlim();
        var attempts = 0;
        app.Bodies.RunHere = id =>
        {
            if (Interlocked.Increment(ref attempts) == 1)
                open.Wait(TimeSpan.FromSeconds(30));
            return id;
        };
        var call = Task.Factory.StartNew(
            () => app.Worker.WorkAnywhere(6), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await PassAsync(app, call);
        open.Set();

        Assert.That(await call, Is.EqualTo(6));
        Assert.That(attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task Concurrency_OfAnApi_HoldsWithinTheServices()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "2"));
        var gates = new[] { new TaskCompletionSource<int>(), new TaskCompletionSource<int>(), new TaskCompletionSource<int>() };
        var begun = 0;
        app.Bodies.Run = (id, _) =>
        {
            Interlocked.Increment(ref begun);
            return gates[id].Task;
        };
        var first = app.Worker.ToAsync.RunAlone(0);
        var second = app.Worker.ToAsync.RunAlone(1);
        var other = app.Worker.ToAsync.Run(2);
        Assert.That(begun, Is.EqualTo(2), "the one that waits for its API leaves the service's slot to others");

        gates[0].SetResult(0);
        gates[1].SetResult(1);
        gates[2].SetResult(2);
        Assert.That(await Task.WhenAll(first, second, other), Is.EqualTo(new[] { 0, 1, 2 }));
    }

    [Test]
    public async Task OwnLimits_AreNeitherTriedAgainNorCounted()
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:Concurrency", "1"),
            ("Worker:QueueLimit", "0"),
            ("Worker:Resilience:Retry", "on"),
            ("Worker:Resilience:CircuitBreaker:MinimumThroughput", "2"));
        var gate = new TaskCompletionSource<int>();
        app.Bodies.Run = (_, _) => gate.Task;
        var running = app.Worker.ToAsync.Run(1);
        for (var call = 0; call < 1000; call++)
            Assert.That(async () => await app.Worker.ToAsync.Run(call), Throws.TypeOf<ServiceOverloadedException>());

        gate.SetResult(1);
        Assert.That(await running, Is.EqualTo(1));
        Assert.That(app.Log.All.Count(static line => line.Contains("refused")), Is.EqualTo(1));
        app.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.That(app.Log.All, Has.One.Contains("999 more calls of Worker were refused"));
    }

    [Test]
    public async Task Circuit_IsOpenedAndClosedByHand()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:CircuitBreaker", "on"));
        var circuits = app.Services.GetRequiredService<ServiceCircuits>();
        circuits.Isolate<Worker>();
        app.Time.Advance(TimeSpan.FromDays(1));
        var refused = (await Assert.ThrowsAsync<ServiceUnavailableException>(() => app.Worker.ToAsync.Run(1)))!;

        Assert.That((refused.MayHaveRun, refused.RetryAfter), Is.EqualTo((false, (TimeSpan?)null)));
        Assert.That(refused.Message, Does.Contain("isolated by hand"));
        Assert.That(app.Log.All, Has.One.StartsWith("Warning: The circuit of Worker.Run, "));
        Assert.That(circuits.IsOpen<Worker>());
        circuits.Close<Worker>();
        Assert.That(await app.Worker.ToAsync.Run(1), Is.EqualTo(1));
        Assert.That(circuits.Isolate<Helper>, Throws.InvalidOperationException.With.Message.Contains("Helper"));
    }

    [Test]
    public async Task Circuit_ClosedByHand_SaysSo()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:CircuitBreaker", "on"));
        var circuits = app.Services.GetRequiredService<ServiceCircuits>();
        circuits.Isolate<Worker>();
        circuits.Close<Worker>();

        Assert.That(app.Log.All, Has.One.EndsWith(" Worker.RunAlone closed."));
    }

    [Test]
    public async Task SyncCall_IsTriedAgain_OnlyWhenThePauseIsOver()
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:Resilience:Retry:Delay", "1m"),
            ("Worker:Resilience:Retry:BackoffType", "Constant"),
            ("Worker:Resilience:Retry:UseJitter", "false"));
        var attempts = 0;
        app.Bodies.RunHere = id => Interlocked.Increment(ref attempts) == 1 ? throw new IOException("once") : id;
        var call = Task.Run(() => app.Worker.Work(3));
        while (!call.IsCompleted && !app.Log.All.Any(static line => line.Contains("is tried again in 60000 ms")))
            await Task.Delay(1);

        Assert.That(Volatile.Read(ref attempts), Is.EqualTo(1));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await call, Is.EqualTo(3));
    }

    [Test]
    public async Task Attempt_ThatCannotEndInTheTimeLeft_IsNotBegun()
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:Timeout", "10s"), ("Worker:Resilience:Retry:Delay", "3s"), ("Worker:Resilience:Retry:UseJitter", "false"));
        var attempts = 0;
        var gate = new TaskCompletionSource<int>();
        app.Bodies.Run = (_, _) =>
        {
            attempts++;
            return gate.Task;
        };
        var call = app.Worker.ToAsync.Run(1);
        app.Time.Advance(TimeSpan.FromSeconds(8));
        gate.SetException(new IOException("late"));

        Assert.That(async () => await call, Throws.InstanceOf<IOException>());
        Assert.That(attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task Timeout_AfterSeveralFailures_NamesThemAll()
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:Timeout", "1m"),
            ("Worker:Resilience:Retry:Delay", "1s"),
            ("Worker:Resilience:Retry:BackoffType", "Constant"),
            ("Worker:Resilience:Retry:UseJitter", "false"));
        var attempts = 0;
        app.Bodies.Run = async (id, token) =>
        {
            if (Interlocked.Increment(ref attempts) is <= 2 and var attempt)
                throw new IOException($"failure {attempt}");
            await Task.Delay(Timeout.Infinite, token);
            return id;
        };
        var call = app.Worker.ToAsync.Run(1);
        await PassAsync(app, call);

        var late = (await Assert.ThrowsAsync<ServiceTimeoutException>(() => call))!;
        var failures = ((AggregateException)late.InnerException!).InnerExceptions;
        Assert.That(failures.Select(static failure => failure.Message), Is.SupersetOf(["failure 1", "failure 2"]));
    }

    [Test]
    public async Task AttemptTimeout_EndsAnAttempt_AndTheNextSucceeds()
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:AttemptTimeout", "1s"), ("Worker:Resilience:Retry:Delay", "1ms"), ("Worker:Resilience:Retry:UseJitter", "false"));
        var attempts = 0;
        app.Bodies.Run = async (id, token) =>
        {
            if (Interlocked.Increment(ref attempts) == 1)
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return id;
        };
        var call = app.Worker.ToAsync.Run(9);
        await PassAsync(app, call);

        Assert.That(await call, Is.EqualTo(9));
        Assert.That(attempts, Is.EqualTo(2));
    }

    private static async Task OpenAsync(WorkerApp app)
    {
        app.Bodies.Run = static (_, _) => Task.FromException<int>(new IOException("down"));
        for (var call = 0; call < 2; call++)
            Assert.That(async () => await app.Worker.ToAsync.Run(call), Throws.InstanceOf<IOException>());
        Assert.That(async () => await app.Worker.ToAsync.Run(2), Throws.TypeOf<ServiceUnavailableException>());
    }

    private static async Task PassAsync(WorkerApp app, Task call)
    {
        while (!call.IsCompleted)
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }
    }
}
