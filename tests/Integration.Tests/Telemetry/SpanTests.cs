using System.Diagnostics;
using Pipeline.Integration.Tests.Calls;

namespace Pipeline.Integration.Tests.Telemetry;

public sealed class SpanTests
{
    [Test]
    public async Task BareCalls_AreATree()
    {
        await using var app = await GatedApp.StartAsync();
        using var log = new SpanLog();
        app.Gates.Open(1);
        await app.Front.ToAsync.Enter(1);

        Assert.That(log.Tree, Is.EqualTo("Front/Enter(Middle/Enter(Gated/Enter))"));
        var span = log["Gated/Enter"];
        Assert.That(span.Kind, Is.EqualTo(ActivityKind.Internal));
        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Unset));
        Assert.That(span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}"), Is.EquivalentTo(
        [
            "rpc.system.name=pipeline", "rpc.method=Gated/Enter", "pipeline.service=Gated", "pipeline.api=Enter", "pipeline.instance=0",
        ]));
        Assert.That(span.Source.Version, Is.Not.Null);
    }

    [Test]
    public async Task BareCalls_OnTheSyncView_AreATree_AndTheCallersSpanIsCurrentAfterwards()
    {
        await using var app = await GatedApp.StartAsync();
        using var log = new SpanLog();
        app.Front.Squares(2);

        Assert.That(log.Tree, Is.EqualTo("Front/Squares(Gated/Square Middle/Squares(Gated/Square Gated/Square))"));
        Assert.That(Activity.Current, Is.SameAs(log.Root));
    }

    [Test]
    public async Task WrappedCalls_AreTheSameTree()
    {
        await using var app = await GatedApp.StartAsync(("Front:Timeout", "1h"), ("Gated:Concurrency", "2"));
        using var log = new SpanLog();
        app.Gates.Open(1);
        await app.Front.ToAsync.Enter(1);
        app.Front.Squares(2);

        Assert.That(log.Tree, Is.EqualTo(
            "Front/Enter(Middle/Enter(Gated/Enter)) Front/Squares(Gated/Square Middle/Squares(Gated/Square Gated/Square))"));
        Assert.That(Activity.Current, Is.SameAs(log.Root));
    }

    [Test]
    public async Task Listener_ThatComesLater_SeesCallsToCome_AndNoneOnceItIsGone()
    {
        await using var app = await GatedApp.StartAsync();
        app.Front.Squares(1);
        using (var log = new SpanLog())
        {
            app.Front.Squares(1);
            Assert.That(log.Spans, Has.Count.EqualTo(5));
        }

        var seen = CallContext.Current;
        Assert.That(app.Gated.Paths(), Is.EqualTo(new[] { "" }), "a bare call leaves no trace");
        Assert.That(CallContext.Current, Is.SameAs(seen));
    }

    [Test]
    public async Task BareCall_WithoutListener_AllocatesNothing()
    {
        await using var app = await GatedApp.StartAsync();
        var gated = app.Gated;
        gated.Square(3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 1000; call++)
            gated.Square(call);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public async Task Failure_IsOnEverySpanThatItComesThrough()
    {
        await using var app = await GatedApp.StartAsync();
        using var log = new SpanLog();
        Assert.That(() => app.Front.ToAsync.Fail("broken"), Throws.InvalidOperationException);

        Assert.That(log.Tree, Is.EqualTo("Front/Fail(Middle/Fail(Gated/Fail))"));
        foreach (var span in log.Spans)
        {
            Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(span.StatusDescription, Is.EqualTo("broken"));
            Assert.That(span.GetTagItem("error.type"), Is.EqualTo("System.InvalidOperationException"));
            Assert.That(span.GetTagItem("pipeline.canceled_by"), Is.Null);
        }
    }

    [Test]
    public async Task Failure_OnTheSyncView_IsOnTheSpan()
    {
        await using var app = await GatedApp.StartAsync();
        using var log = new SpanLog();
        Assert.That(() => app.Gated.Fail("broken"), Throws.InvalidOperationException);

        Assert.That(log["Gated/Fail"].StatusDescription, Is.EqualTo("broken"));
        Assert.That(Activity.Current, Is.SameAs(log.Root));
    }

    [Test]
    public async Task Deadline_EndsTheSpanThoughTheBodyRunsOn()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Timeout", "3s"));
        using var log = new SpanLog();
        var call = app.Gated.ToAsync.EnterBlindly(1);
        await app.Gates.Begun(1);
        app.Time.Advance(TimeSpan.FromSeconds(3));
        await Assert.ThatAsync(() => call, Throws.TypeOf<ServiceTimeoutException>());

        var span = log["Gated/EnterBlindly"];
        Assert.That(span.Duration, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(span.GetTagItem("pipeline.canceled_by"), Is.EqualTo("deadline"));
        Assert.That(span.GetTagItem("error.type"), Is.EqualTo("Pipeline.ServiceTimeoutException"));
        app.Gates.Open(1);
    }

    [Test]
    public async Task Cancellation_NamesTheCaller([Values] bool isWrapped)
    {
        await using var app = await GatedApp.StartAsync(isWrapped ? [("Gated:Concurrency", "1")] : []);
        using var log = new SpanLog();
        using var cancellation = new CancellationTokenSource();
        var call = app.Gated.ToAsync.Enter(1, cancellation.Token);
        await app.Gates.Begun(1);
        await cancellation.CancelAsync();
        await Assert.ThatAsync(() => call, Throws.InstanceOf<OperationCanceledException>());

        var span = log["Gated/Enter"];
        Assert.That(span.GetTagItem("pipeline.canceled_by"), Is.EqualTo("caller"));
        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
    }

    [Test]
    public async Task Queue_TheWaitIsOnTheSpan()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"));
        using var log = new SpanLog();
        var first = app.Gated.ToAsync.Enter(1);
        await app.Gates.Begun(1);
        var second = app.Gated.ToAsync.Enter(2);
        app.Time.Advance(TimeSpan.FromSeconds(2));
        app.Gates.Open(1);
        app.Gates.Open(2);
        await Gather.All(first, second);

        Assert.That(log.Spans.Select(static span => span.GetTagItem("pipeline.queue.wait")), Is.EquivalentTo(new object?[] { null, 2.0 }));
    }

    [Test]
    public async Task Instances_AreNamed()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Instances", "2"));
        using var log = new SpanLog();
        app.Gated.Square(1);
        app.Gated.Square(2);

        Assert.That(log.Spans.Select(static span => span.GetTagItem("pipeline.instance")), Is.EquivalentTo(new object[] { 0, 1 }));
    }

    [Test]
    public async Task Listener_ThatThrows_ChangesNoAnswer()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"));
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == PipelineTelemetry.ActivitySourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = static _ => throw new InvalidOperationException("started"),
            ActivityStopped = static _ => throw new InvalidOperationException("stopped"),
        };
        ActivitySource.AddActivityListener(listener);

        Assert.That(app.Gated.Square(3), Is.EqualTo(9));
        Assert.That(await app.Gated.ToAsync.Square(3), Is.EqualTo(9));
        Assert.That(app.Gated.Numbers(2), Is.EqualTo(new[] { 1, 2 }));
    }
}
