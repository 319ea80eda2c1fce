using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Calls;

public sealed class RetryTests
{
    private const string Retry = "Flaky:Apis:Read:Resilience:Retry:MaxRetryAttempts";

    private static readonly (string Key, string Value)[] EveryTwoSeconds =
    [
        ("Flaky:Apis:Read:Resilience:Retry:Delay", "2s"),
        ("Flaky:Apis:Read:Resilience:Retry:UseJitter", "false"),
        ("Flaky:Apis:Read:Resilience:Retry:BackoffType", "Constant"),
    ];

    [Test]
    public async Task Retry_FailsTwice_AnswersAtTheThirdAttempt()
    {
        await using var app = await FlakyApp.StartAsync([(Retry, "3"), .. EveryTwoSeconds]);
        app.Script.Answer = FailUntil(3);

        Assert.That(await await app.PassUntilEndedAsync(app.Reader.ToAsync.Read()), Is.EqualTo(3));
        Assert.That(app.Script.Attempts, Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(app.Log.All, Has.Count.EqualTo(4));
        Assert.That(app.Log.All[0], Does.StartWith("Warning: Flaky.Read failed at attempt 1 after "));
        Assert.That(app.Log.All[1], Is.EqualTo("Information: Flaky.Read is tried again in 2000 ms."));
        Assert.That(app.Log.All[2], Does.StartWith("Warning: Flaky.Read failed at attempt 2 after "));
    }

    [Test]
    public async Task Retry_FailsToTheEnd_ThrowsTheLastFailureWithItsAttempt()
    {
        await using var app = await FlakyApp.StartAsync([(Retry, "2"), .. EveryTwoSeconds]);
        app.Script.Answer = static (number, _) => throw new IOException($"broken {number}");
        var call = await app.PassUntilEndedAsync(app.Reader.ToAsync.Read());

        var exception = (await Assert.ThrowsAsync<IOException>(() => call))!;
        Assert.That(exception.Message, Is.EqualTo("broken 3"));
        Assert.That(CallFailure.Of(exception)!.Attempt, Is.EqualTo(3));
        Assert.That(CallFailure.Of(exception)!.Elapsed, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(4)));
    }

    [TestCase("Constant", 2)]
    [TestCase("Linear", 4)]
    [TestCase("Exponential", 4)]
    public async Task Retry_BackoffType_SetsTheSecondPause(string type, int seconds)
    {
        await using var app = await FlakyApp.StartAsync(
            [(Retry, "2"), .. EveryTwoSeconds, ("Flaky:Apis:Read:Resilience:Retry:BackoffType", type)]);
        app.Script.Answer = FailUntil(3);
        await await app.PassUntilEndedAsync(app.Reader.ToAsync.Read());

        Assert.That(app.Log.All[3], Is.EqualTo($"Information: Flaky.Read is tried again in {seconds * 1000} ms."));
    }

    [Test]
    public async Task Retry_OnTheSyncViewOfASyncApi_RunsOnTheCallersThread()
    {
        await using var app = await FlakyApp.StartAsync(
            ("Flaky:Apis:Count:Resilience:Retry:MaxRetryAttempts", "2"), ("Flaky:Apis:Count:Resilience:Retry:Delay", "1ms"));
        var threads = new List<int>();
        app.Script.Answer = (number, _) =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            return number < 3 ? throw new IOException("broken") : Task.FromResult(number);
        };
        var here = 0;
        var call = Task.Factory.StartNew(
            () =>
            {
                here = Environment.CurrentManagedThreadId;
                return app.Flaky.Count();
            },
            TaskCreationOptions.LongRunning);

        Assert.That(await await app.PassUntilEndedAsync(call), Is.EqualTo(3));
        Assert.That(threads, Is.EqualTo(new[] { here, here, here }));
        Assert.That(app.Script.Attempts, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Retry_TheCallerGivesUp_EndsDuringThePause()
    {
        await using var app = await FlakyApp.StartAsync((Retry, "3"));
        app.Script.Answer = FailUntil(3);
        using var cancellation = new CancellationTokenSource();
        var call = app.Flaky.ToAsync.Read(cancellation.Token);
        await cancellation.CancelAsync();

        Assert.That(
            async () => await call,
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancellation.Token));
        Assert.That(app.Script.Attempts, Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Retry_ThatCannotEndInTime_IsNotTried()
    {
        await using var app = await FlakyApp.StartAsync([(Retry, "3"), ("Flaky:Timeout", "1s"), .. EveryTwoSeconds]);
        app.Script.Answer = FailUntil(3);
        var call = await app.PassUntilEndedAsync(app.Reader.ToAsync.Read());

        await Assert.ThrowsAsync<IOException>(() => call);
        Assert.That(app.Script.Attempts, Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Retry_TheServiceCanceledByItself_TriesAgain()
    {
        await using var app = await FlakyApp.StartAsync((Retry, "1"));
        app.Script.Answer = static (number, _) => number < 2 ? throw new TaskCanceledException("the server is slow", new TimeoutException()) : Task.FromResult(number);

        Assert.That(await await app.PassUntilEndedAsync(app.Reader.ToAsync.Read()), Is.EqualTo(2));
    }

    [Test]
    public async Task Retry_WithALimit_HoldsNoSlotDuringThePause()
    {
        await using var app = await FlakyApp.StartAsync((Retry, "1"), ("Flaky:Concurrency", "1"), ("Flaky:QueueLimit", "0"));
        app.Script.Answer = FailUntil(2);
        var first = app.Flaky.ToAsync.Read();

        Assert.That(await app.Flaky.ToAsync.Read(), Is.EqualTo(2));
        Assert.That(await await app.PassUntilEndedAsync(first), Is.EqualTo(3));
    }

    [Test]
    public async Task Attempt_OfACallMadeOnce_IsOne()
    {
        await using var app = await FlakyApp.StartAsync();

        Assert.That(await app.Reader.ToAsync.Read(), Is.EqualTo(1));
        Assert.That(app.Script.Attempts, Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Retry_OfAnApiNotIdempotent_StopsTheStart()
    {
        var exception = (await Assert.ThrowsAsync<PipelineStartupException>(() => FlakyApp.StartAsync(
            ("Flaky:Apis:Save:Resilience:Retry:MaxRetryAttempts", "3"))))!;

        Assert.That(exception.Problems, Has.Count.EqualTo(1));
        Assert.That(exception.Problems[0], Does.StartWith(
            "Pipeline:Services:Flaky:Apis:Save:Resilience:Retry may call Flaky.Save more than once, and it is not declared idempotent: mark it"));
    }

    [Test]
    public async Task Retry_OfTheService_LeavesOutOneNotIdempotent_ButForWhatWasNeverSent()
    {
        await using var app = await FlakyApp.StartAsync(("Flaky:Resilience:Retry:MaxRetryAttempts", "3"));
        app.Script.Answer = FailUntil(9);
        await Assert.ThrowsAsync<IOException>(() => app.Flaky.ToAsync.Save());
        Assert.That(app.Script.Attempts, Is.EqualTo(new[] { 1 }));

        app.Script.Answer = static (number, _) =>
            throw new ServiceUnavailableException("Far", "It cannot be reached.") { MayHaveRun = number == 4 };
        var call = app.Flaky.ToAsync.Save();
        while (!call.IsCompleted)
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => call);
        Assert.That(app.Script.Attempts, Is.EqualTo(new[] { 1, 1, 2, 3 }), "until one may have run");
    }

    [TestCase(
        "Flaky:Apis:List:Resilience:Retry:MaxRetryAttempts",
        "2",
        "Pipeline:Services:Flaky:Apis:List:Resilience cannot be: Flaky.List is a stream")]
    [TestCase(
        "Flaky:Apis:Read:Resilience:Retry:MaxRetryAttempts",
        "0",
        "Retry:MaxRetryAttempts is \"0\": write a whole number, 1 or more.")]
    [TestCase("Flaky:Apis:Read:Resilience:Retry:BackoffType", "fast", "write one of Constant, Linear, Exponential.")]
    [TestCase("Flaky:Apis:Read:Resilience:Retry:UseJitter", "maybe", "write true or false.")]
    [TestCase("Flaky:Apis:Read:Resilience:Retry:Attempts", "3", "Retry:Attempts is not known; these are: MaxRetryAttempts, Delay")]
    [TestCase(
        "Flaky:Apis:Read:Resilience:Retries",
        "3",
        "Resilience:Retries is not known; these are: Retry, CircuitBreaker, Hedging, Transient.")]
    [TestCase("Flaky:Concurrency", "0", "Flaky:Concurrency is \"0\": write a whole number, 1 or more.")]
    [TestCase("Flaky:Apis:Read:Retry", "3", "Apis:Read:Retry is not known; these are: Timeout, AttemptTimeout, Concurrency, Resilience.")]
    [TestCase("Flaky:Apis:Read:Resilience:Hedging:MaxHedgedAttempts", "11", "write a whole number, 1 or more, 10 at most.")]
    [TestCase("Flaky:Apis:Read:Resilience:CircuitBreaker:FailureRatio", "1.5", "write a number above 0, 1 at most, such as 0.5.")]
    [TestCase("Flaky:Apis:Read:Resilience:CircuitBreaker:BreakDuration", "10ms", "write a time of 500ms or more, 24h at most.")]
    [TestCase("Flaky:Apis:Read:Resilience:Retry:Delay", "2000h", "write a time of 1ms or more, 24h at most.")]
    public async Task Resilience_ThatCannotBe_StopsTheStart(string key, string value, string problem)
    {
        var exception = (await Assert.ThrowsAsync<PipelineStartupException>(() => FlakyApp.StartAsync((key, value))))!;

        Assert.That(exception.Problems, Has.Exactly(1).Contains(problem));
    }

    private static Func<int, CancellationToken, Task<int>> FailUntil(int attempt) =>
        (number, _) => number < attempt ? throw new IOException("broken") : Task.FromResult(number);
}
