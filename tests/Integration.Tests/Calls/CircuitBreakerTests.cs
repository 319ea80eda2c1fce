namespace Pipeline.Integration.Tests.Calls;

public sealed class CircuitBreakerTests
{
    private static readonly (string, string)[] Breaker =
    [
        ("Flaky:Resilience:CircuitBreaker:MinimumThroughput", "2"),
        ("Flaky:Resilience:CircuitBreaker:FailureRatio", "1"),
        ("Flaky:Resilience:CircuitBreaker:BreakDuration", "10s"),
    ];

    [Test]
    public async Task Circuit_TooManyFailures_TurnsCallsAwayUntilTheBreakIsOver()
    {
        await using var app = await FlakyApp.StartAsync(Breaker);
        app.Script.Answer = static (_, _) => throw new IOException("down");
        await Assert.ThrowsAsync<IOException>(() => app.Reader.ToAsync.Read());
        await Assert.ThrowsAsync<IOException>(() => app.Flaky.ToAsync.Read());

        var rejected = (await Assert.ThrowsAsync<ServiceUnavailableException>(() => app.Flaky.ToAsync.Read()))!;
        Assert.That(rejected.Message, Does.StartWith("Flaky.Read, Flaky.Count, Flaky.Save failed too often and is not called for now."));
        Assert.That((rejected.Service, rejected.RetryAfter), Is.EqualTo(("Flaky", (TimeSpan?)TimeSpan.FromSeconds(10))));
        Assert.That(rejected.InnerException, Is.TypeOf<IOException>());
        Assert.That(CallFailure.Of(rejected)!.Path, Is.EqualTo("Flaky"));
        Assert.That(() => app.Flaky.Count(), Throws.TypeOf<ServiceUnavailableException>(), "one circuit for the whole service");
        Assert.That(app.Script.Attempts, Has.Count.EqualTo(2));

        app.Script.Answer = static (number, _) => Task.FromResult(number);
        app.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.That(await app.Flaky.ToAsync.Read(), Is.EqualTo(3));
        Assert.That(app.Log.All, Has.One.StartsWith("Warning: The circuit of Flaky.Read, Flaky.Count, Flaky.Save opened after too many failures: no call is made for 10000 ms."));
        Assert.That(app.Log.All[^1], Is.EqualTo("Information: The circuit of Flaky.Read, Flaky.Count, Flaky.Save closed."));
    }

    [Test]
    public async Task Circuit_CountsSyncCalls_AndClosesAfterOne()
    {
        await using var app = await FlakyApp.StartAsync(Breaker);
        app.Script.Answer = static (_, _) => throw new IOException("down");
        Assert.That(() => app.Flaky.Count(), Throws.TypeOf<IOException>());
        Assert.That(() => app.Flaky.Count(), Throws.TypeOf<IOException>());
        Assert.That(() => app.Flaky.Count(), Throws.TypeOf<ServiceUnavailableException>());

        app.Script.Answer = static (number, _) => Task.FromResult(number);
        app.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.That((app.Flaky.Count(), app.Flaky.Count()), Is.EqualTo((3, 4)));
        Assert.That(app.Log.All.Count(static line => line.EndsWith(" closed.", StringComparison.Ordinal)), Is.EqualTo(1), "said when it closes, and not again");
    }

    [Test]
    public async Task Circuit_OfOneApi_LeavesTheOthersAlone()
    {
        await using var app = await FlakyApp.StartAsync(
            ("Flaky:Apis:Read:Resilience:CircuitBreaker:MinimumThroughput", "2"), ("Flaky:Apis:Read:Resilience:CircuitBreaker:FailureRatio", "1"));
        app.Script.Answer = static (_, _) => throw new IOException("down");
        await Assert.ThrowsAsync<IOException>(() => app.Flaky.ToAsync.Read());
        await Assert.ThrowsAsync<IOException>(() => app.Flaky.ToAsync.Read());

        Assert.That((await Assert.ThrowsAsync<ServiceUnavailableException>(() => app.Flaky.ToAsync.Read()))!.Message, Does.StartWith("Flaky.Read failed too often"));
        Assert.That(() => app.Flaky.Count(), Throws.TypeOf<IOException>());
    }

    [Test]
    public async Task Circuit_RetriesCount_AndStopWhenItOpens()
    {
        await using var app = await FlakyApp.StartAsync(
            ("Flaky:Apis:Read:Resilience:CircuitBreaker:MinimumThroughput", "2"),
            ("Flaky:Apis:Read:Resilience:CircuitBreaker:FailureRatio", "1"),
            ("Flaky:Apis:Read:Resilience:Retry:MaxRetryAttempts", "9"));
        app.Script.Answer = static (_, _) => throw new IOException("down");
        var call = await app.PassUntilEndedAsync(app.Flaky.ToAsync.Read());

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => call);
        Assert.That(app.Script.Attempts, Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Circuit_CanceledCalls_DoNotCount()
    {
        await using var app = await FlakyApp.StartAsync(Breaker);
        app.Script.Answer = static async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        };
        for (var call = 0; call < 4; call++)
        {
            using var cancellation = new CancellationTokenSource();
            var canceled = app.Flaky.ToAsync.Read(cancellation.Token);
            await cancellation.CancelAsync();
            Assert.That(async () => await canceled, Throws.InstanceOf<OperationCanceledException>());
        }

        app.Script.Answer = static (number, _) => Task.FromResult(number);
        Assert.That(await app.Flaky.ToAsync.Read(), Is.EqualTo(5));
    }

    [Test]
    public async Task Circuit_CallsThatAreTooLate_Count()
    {
        await using var app = await FlakyApp.StartAsync([.. Breaker, ("Flaky:Timeout", "1s")]);
        app.Script.Answer = static (_, _) => new TaskCompletionSource<int>().Task;
        for (var call = 0; call < 2; call++)
        {
            var late = await app.PassUntilEndedAsync(app.Flaky.ToAsync.Read());
            await Assert.ThrowsAsync<ServiceTimeoutException>(() => late);
        }

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => app.Flaky.ToAsync.Read());
    }
}
