namespace Pipeline.Integration.Tests.Calls;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public async Task Timeout_Expired_NamesThePathTheBudgetAndWhereItWent()
    {
        await using var app = await GatedApp.StartAsync(("Front:Timeout", "1s"));
        var call = app.Front.ToAsync.Enter(0);
        await app.Gates.Begun(0);
        app.Time.Advance(Second);

        var exception = (await Assert.ThrowsAsync<ServiceTimeoutException>(() => call))!;
        Assert.That(exception.Path, Is.EqualTo("Front → Middle → Gated"));
        Assert.That((exception.Call, exception.Budget), Is.EqualTo(("Front.Enter", Second)));
        Assert.That(exception.Spent.Select(spent => spent.Call), Is.EqualTo(new[] { "Middle.Enter", "Front.Enter" }));
        Assert.That(exception.Spent[0], Is.EqualTo(new CallTime { Call = "Middle.Enter", Time = Second, IsRunning = true }));
        Assert.That(exception.Message, Does.StartWith("Front → Middle → Gated did not answer in time: Front.Enter has 1000 ms. It took: Middle.Enter 1000 ms, still running"));
    }

    [Test]
    public async Task Timeout_Expired_CancelsCallsThatWereNotHandedTheToken()
    {
        await using var app = await GatedApp.StartAsync(("Front:Timeout", "1s"));
        var call = app.Front.ToAsync.EnterForgetfully(0);
        await app.Gates.Begun(0);
        app.Time.Advance(Second);

        Assert.That((await Assert.ThrowsAsync<ServiceTimeoutException>(() => call))!.Path, Is.EqualTo("Front → Middle → Gated"));
        Assert.That(app.Gates.Order, Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task Timeout_OfACallGivenUp_HoldsBelowItStill()
    {
        await using var app = await GatedApp.StartAsync(("Middle:Timeout", "1s"), ("Gated:Timeout", "2s"), ("Gated:Concurrency", "1"));
        using var cancellation = new CancellationTokenSource();
        var call = app.Middle.ToAsync.EnterForgetfully(0, cancellation.Token);
        await app.Gates.Begun(0);
        await cancellation.CancelAsync();
        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
        app.Time.Advance(Second);

        var next = app.Gated.ToAsync.Enter(1);
        app.Gates.Open(1);
        Assert.That(await next, Is.GreaterThan(0), "the slot is free again");
    }

    [Test]
    public async Task Timeout_OfABodyThatRunsOn_HoldsForWhatItCallsLater()
    {
        await using var app = await GatedApp.StartAsync(("Front:Timeout", "1s"));
        var call = app.Front.ToAsync.EnterTwice(0);
        await app.Gates.Begun(0);
        app.Time.Advance(Second);
        await Assert.ThrowsAsync<ServiceTimeoutException>(() => call);
        app.Gates.Open(0);

        var later = await app.Gates.Later;
        Assert.That(later, Is.TypeOf<ServiceTimeoutException>());
        Assert.That(app.Gates.Order, Is.EqualTo(new[] { 0 }));
    }

    [TestCase("Gated:Timeout", "Gated")]
    [TestCase("Gated:Apis:Enter:Timeout", "Gated")]
    [TestCase("Middle:Dependencies:gated:Timeout", "Gated")]
    [TestCase("Middle:Apis:Enter:Timeout", "Middle")]
    public async Task Timeout_OfAServiceAnApiOrADependency_Holds(string key, string owner)
    {
        await using var app = await GatedApp.StartAsync((key, "250ms"));
        var call = app.Front.ToAsync.Enter(0);
        await app.Gates.Begun(0);
        app.Time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.That(call.IsCompleted, Is.False);
        app.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That((await Assert.ThrowsAsync<ServiceTimeoutException>(() => call))!.Call, Is.EqualTo($"{owner}.Enter"));
    }

    [Test]
    public async Task Deadline_OnlyShrinks_AndIsVisible()
    {
        await using var app = await GatedApp.StartAsync(("Front:Timeout", "10s"), ("Middle:Timeout", "1m"));
        Assert.That(await app.Front.ToAsync.Remaining(), Is.EqualTo((Second * 10, Second * 10, "Front")));
        Assert.That(CallContext.Current.Remaining, Is.Null);

        await using var tighter = await GatedApp.StartAsync(("Front:Timeout", "10s"), ("Middle:Timeout", "2s"));
        Assert.That(await tighter.Front.ToAsync.Remaining(), Is.EqualTo((Second * 10, Second * 2, "Front")));
    }

    [Test]
    public async Task Timeout_WhileQueued_EndsTheWait()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"), ("Middle:Timeout", "1s"));
        var running = app.Gated.ToAsync.Enter(0);
        var queued = app.Middle.ToAsync.Enter(1);
        app.Time.Advance(Second);

        Assert.That((await Assert.ThrowsAsync<ServiceTimeoutException>(() => queued))!.Path, Is.EqualTo("Middle → Gated"));
        app.Gates.Open(0);
        await running;
        Assert.That(app.Gates.Order, Is.EqualTo(new[] { 0 }));
    }

    [Test]
    public async Task SyncApi_WhoseTimeIsUp_IsAbandonedAndHoldsItsSlot()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"), ("Gated:Apis:Block:Timeout", "1s"));
        var abandoned = app.Gated.ToAsync.Block(0);
        await app.Gates.Begun(0);
        app.Time.Advance(Second);
        await Assert.ThrowsAsync<ServiceTimeoutException>(() => abandoned);

        var next = app.Gated.ToAsync.Square(2);
        Assert.That(next.IsCompleted, Is.False);
        app.Gates.Open(0);
        Assert.That(await next, Is.EqualTo(4));
    }

    [Test]
    public async Task CallersToken_CancelsEverythingBelow()
    {
        await using var app = await GatedApp.StartAsync(("Front:Timeout", "1s"));
        using var source = new CancellationTokenSource();
        var call = app.Front.ToAsync.Enter(0, source.Token);
        await app.Gates.Begun(0);
        await source.CancelAsync();

        var exception = (await Assert.CatchAsync<OperationCanceledException>(() => call))!;
        Assert.That(exception.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(call.IsCanceled, Is.True);
    }

    [Test]
    public async Task Call_ThatEndsInTime_LeavesNoTimerBehind()
    {
        await using var app = await GatedApp.StartAsync(("Front:Timeout", "1s"));
        app.Gates.Open(0);
        await app.Front.ToAsync.Enter(0);
        app.Time.Advance(Second * 10);

        app.Gates.Open(1);
        await app.Front.ToAsync.Enter(1);
    }

    [Test]
    public async Task Timeout_ACallerThatThenWaitsForTheSlotBelow_GetsIt()
    {
        await using var app = await GatedApp.StartAsync(("Middle:Timeout", "1s"), ("Gated:Concurrency", "1"));
        var call = SquareWhenLateAsync();
        await app.Gates.Begun(0);
        _ = Task.Factory.StartNew(
            () => app.Time.Advance(Second), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.That(await call.WaitAsync(Second * 30), Is.EqualTo(9));

        async Task<int> SquareWhenLateAsync()
        {
            try
            {
                return await app.Middle.ToAsync.Enter(0).ConfigureAwait(false);
            }
            catch (ServiceTimeoutException)
            {
                return app.Gated.Square(3);
            }
        }
    }

    [Test]
    public async Task Timeout_OfACallThatHasEnded_DoesNotHoldForWhatItHasStarted()
    {
        await using var app = await FlakyApp.StartAsync(("Flaky:Timeout", "1s"));
        var later = new TaskCompletionSource();
        Task<int>? started = null;
        app.Script.Answer = (number, _) =>
        {
            started ??= ReadLaterAsync();
            return Task.FromResult(number);
        };
        await app.Flaky.ToAsync.Read();
        app.Time.Advance(Second * 2);
        later.SetResult();

        Assert.That(await started!, Is.EqualTo(2));

        async Task<int> ReadLaterAsync()
        {
            await later.Task;
            Assert.That(CallContext.Current.Remaining, Is.Null);
            return await app.Flaky.ToAsync.Read();
        }
    }

    [Test]
    public async Task Stream_WhoseApiRunsAtOnce_RunsWithinItsCall()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Timeout", "1s"));

        Assert.That(app.Gated.Paths(), Is.EqualTo(new[] { "Gated" }));
        Assert.That(await app.Gated.ToAsync.Paths().ToListAsync(), Is.EqualTo(new[] { "Gated" }));
        Assert.That(CallContext.Current.Path, Is.Empty);
    }

    [Test]
    public async Task Failure_KeepsItselfAndSaysWhereItHappened()
    {
        await using var app = await GatedApp.StartAsync(("Front:Timeout", "1s"));
        var exception = (await Assert.ThrowsAsync<InvalidOperationException>(() => app.Front.ToAsync.Fail("no")))!;

        Assert.That(exception.Message, Is.EqualTo("no"));
        Assert.That(exception.StackTrace, Does.Contain("FailAsync"));
        var failure = CallFailure.Of(exception)!;
        Assert.That((failure.Path, failure.Service, failure.Api, failure.Attempt), Is.EqualTo(("Front → Middle → Gated", "Gated", "Fail", 1)));
        Assert.That(CallFailure.Of(new AggregateException(exception)), Is.SameAs(failure));
        Assert.That(CallFailure.Of(new InvalidOperationException("no")), Is.Null);
    }

    [Test]
    public async Task Options_ThatMeanNothing_AreAllNamedAtStart()
    {
        var exception = (await Assert.ThrowsAsync<PipelineStartupException>(() => GatedApp.StartAsync(
            ("Gated:Concurrency", "many"),
            ("Gated:Instances", "0"),
            ("Gated:Timeout", "30"),
            ("Gated:Concurency", "2"),
            ("Gated:Apis:Sqare:Timeout", "1s"),
            ("Middle:Dependencies:gated:Timeout", "soon"))))!;

        Assert.That(exception.Problems, Has.Count.EqualTo(6));
        Assert.That(exception.Message, Does.Contain("Pipeline:Services:Gated:Concurrency is \"many\": write a whole number, 1 or more."));
        Assert.That(exception.Message, Does.Contain("Pipeline:Services:Gated:Concurency is not known; these are: Instances, Concurrency"));
    }
}
