using System.Diagnostics;
using Pipeline.Integration.Tests.Calls;

namespace Pipeline.Integration.Tests.Telemetry;

public sealed class StreamSpanTests
{
    [Test]
    public async Task Streams_LastFromTheFirstItemToTheEnd_AndTheConsumersCallsAreNotWithin([Values] bool isWrapped)
    {
        await using var app = await GatedApp.StartAsync(isWrapped ? [("Gated:Concurrency", "1")] : []);
        using var log = new SpanLog();
        await app.Front.ToAsync.SumOfSquares(2);

        Assert.That(log.Tree, Is.EqualTo(
            "Front/SumOfSquares(Gated/Numbers Gated/NumbersLater Gated/Square Gated/Square Gated/Square Gated/Square)"));
        Assert.That(log["Gated/Numbers"].GetTagItem("pipeline.stream.items"), Is.EqualTo(2));
        Assert.That(log["Gated/NumbersLater"].GetTagItem("pipeline.stream.items"), Is.EqualTo(2));
    }

    [Test]
    public async Task Stream_OnTheSyncView_HasASpanThatIsNotTheConsumers()
    {
        await using var app = await GatedApp.StartAsync();
        using var log = new SpanLog();
        foreach (var _ in app.Gated.Numbers(3))
            Assert.That(Activity.Current, Is.SameAs(log.Root));

        Assert.That(Activity.Current, Is.SameAs(log.Root));
        Assert.That(log["Gated/Numbers"].GetTagItem("pipeline.stream.items"), Is.EqualTo(3));
    }

    [Test]
    public async Task Stream_NobodyReads_HasNoSpan()
    {
        await using var app = await GatedApp.StartAsync();
        using var log = new SpanLog();
        _ = app.Gated.Numbers(3);
        _ = app.Gated.ToAsync.NumbersLater(3);

        Assert.That(log.Spans, Is.Empty);
    }

    [Test]
    public async Task Stream_LeftEarly_EndsWithoutAFailure()
    {
        await using var app = await GatedApp.StartAsync();
        using var log = new SpanLog();
        await foreach (var _ in app.Gated.ToAsync.NumbersLater(3))
            break;

        Assert.That(log["Gated/NumbersLater"].GetTagItem("pipeline.stream.items"), Is.EqualTo(1));
        Assert.That(log["Gated/NumbersLater"].Status, Is.EqualTo(ActivityStatusCode.Unset));
    }

    [Test]
    public async Task Stream_TimesOut_EndsWithTheConsumer()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Timeout", "2s"));
        using var log = new SpanLog();
        var items = app.Gated.ToAsync.BlockForItem(1).ToListAsync().AsTask();
        await app.Gates.Begun(1);
        app.Time.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThatAsync(() => items, Throws.TypeOf<ServiceTimeoutException>());

        Assert.That(log["Gated/BlockForItem"].GetTagItem("pipeline.canceled_by"), Is.EqualTo("deadline"));
        app.Gates.Open(1);
    }
}
