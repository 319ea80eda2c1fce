namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>What cancels a call, and what does not.</summary>
public sealed class TokenTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Callback_ThatBlocks_HoldsUpNobody([Values] bool passesToken)
    {
        await using var app = await WorkerApp.StartAsync(("Boss:Timeout", "1s"));
        using var open = new ManualResetEventSlim();
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource<int>();
        app.Bodies.Run = (_, token) =>
        {
            token.Register(() => open.Wait(Patience));
            begun.TrySetResult();
            return end.Task;
        };
        using var source = new CancellationTokenSource();
        var call = passesToken ? app.Boss.ToAsync.Run(1, source.Token) : app.Boss.ToAsync.Run(1);
        await begun.Task;
        app.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.That(async () => await call.WaitAsync(Patience), Throws.TypeOf<ServiceTimeoutException>());
        Assert.That(open.IsSet, Is.False);
        open.Set();
        end.SetResult(1);
    }

    [TestCase("1s", "off", TestName = "{m}(a shorter deadline of its own)")]
    [TestCase("1s", "on", TestName = "{m}(an attempt)")]
    public async Task TokenPassedOn_IsCanceledByTheCalleesDeadline(string timeout, string retry)
    {
        await using var app = await WorkerApp.StartAsync(
            ("Boss:Timeout", "30s"), ("Worker:Timeout", timeout), ("Worker:Resilience:Retry", retry));
        CancellationToken given = default;
        app.Bodies.Run = async (id, token) =>
        {
            given = token;
            await Task.Delay(Timeout.Infinite, token);
            return id;
        };
        var call = app.Boss.ToAsync.Run(1);
        app.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.That(async () => await call.WaitAsync(Patience), Throws.TypeOf<ServiceTimeoutException>());
        Assert.That(given.IsCancellationRequested);
    }

    [Test]
    public async Task TokenCanceledBefore_ReachesTheBody_WhereThereIsATimeout()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Timeout", "30s"));
        app.Bodies.Run = static async (id, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return id;
        };

        var call = app.Worker.ToAsync.Run(1, new CancellationToken(canceled: true));
        Assert.That(async () => await call.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Timeout_LongerThanATimerTakes_IsKept()
    {
        await using var app = await WorkerApp.StartAsync(
            static builder => builder.Services.AddSingletonTime(TimeProvider.System), ("Worker:Timeout", "60.00:00:00"));

        Assert.That(await app.Worker.ToAsync.Run(4), Is.EqualTo(4));
    }

    [Test]
    public async Task Failure_AfterTheDeadline_IsTheDeadlines([Values] bool passesToken, [Values] bool isSync)
    {
        await using var app = await WorkerApp.StartAsync(("Boss:Timeout", "1s"), ("Worker:Timeout", "1s"));
        app.Bodies.RunHere = _ =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(2));
            throw new IOException("closed");
        };
        app.Bodies.Run = (_, _) =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(2));
            return Task.FromException<int>(new IOException("closed"));
        };
        using var source = new CancellationTokenSource();
        var token = passesToken ? source.Token : CancellationToken.None;

        Assert.That(
            async () => _ = isSync ? app.Worker.Work(1) : await app.Boss.ToAsync.Run(1, token),
            Throws.TypeOf<ServiceTimeoutException>());
    }

    [Test]
    public async Task Failure_OfEarlierAttempts_IsInTheDeadlinesException()
    {
        await using var app = await WorkerApp.StartAsync(
            ("Worker:Timeout", "1m"), ("Worker:Resilience:Retry:Delay", "1s"), ("Worker:Resilience:Retry:UseJitter", "false"));
        var attempts = 0;
        var second = new TaskCompletionSource();
        app.Bodies.Run = async (_, token) =>
        {
            if (++attempts == 1)
                throw new IOException("first");
            second.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return 0;
        };
        var call = app.Worker.ToAsync.Run(1);
        app.Time.Advance(TimeSpan.FromSeconds(2));
        await second.Task;
        app.Time.Advance(TimeSpan.FromMinutes(2));

        var exception = (await Assert.ThrowsAsync<ServiceTimeoutException>(() => call))!;

        // With it is the second attempt's, if that was over by then.
        Exception[] inner = exception.InnerException is AggregateException all ? [.. all.InnerExceptions] : [exception.InnerException!];
        Assert.That(inner[0], Is.InstanceOf<IOException>().With.Message.EqualTo("first"));
    }

    [Test]
    public async Task Token_OfAnAttemptThatHasEnded_IsNeverCanceledByAnotherCall()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:Hedging:Delay", "1s"));
        var kept = new List<CancellationToken>();
        app.Bodies.Run = (id, token) =>
        {
            lock (kept)
                kept.Add(token);
            return Task.FromResult(id);
        };
        for (var call = 0; call < 50; call++)
            await app.Worker.ToAsync.Run(call);

        var strangers = kept.ToArray();
        app.Bodies.Run = async (id, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return id;
        };
        using var source = new CancellationTokenSource();
        var lost = Enumerable.Range(0, 50).Select(id => app.Worker.ToAsync.Run(id, source.Token)).ToArray();
        app.Time.Advance(TimeSpan.FromSeconds(2));
        await source.CancelAsync();
        await ((Task)Task.WhenAll(lost)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        Assert.That(strangers.Count(static token => token.IsCancellationRequested), Is.Zero);
    }

    [Test]
    public async Task Attempt_ThatLost_IsCanceled()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:Hedging:Delay", "1s"));
        var attempts = 0;
        var begun = new TaskCompletionSource();
        var canceled = new TaskCompletionSource();
        app.Bodies.Run = async (id, token) =>
        {
            if (Interlocked.Increment(ref attempts) > 1)
                return id;
            token.Register(canceled.SetResult);
            begun.SetResult();
            await canceled.Task;
            throw new OperationCanceledException(token);
        };
        var call = app.Worker.ToAsync.Run(7);
        await begun.Task;
        while (!call.IsCompleted)
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        Assert.That(await call, Is.EqualTo(7));
        Assert.That(async () => await canceled.Task.WaitAsync(Patience), Throws.Nothing);
    }
}
