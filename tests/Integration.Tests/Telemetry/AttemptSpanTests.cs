using System.Diagnostics;
using Pipeline.Integration.Tests.Calls;

namespace Pipeline.Integration.Tests.Telemetry;

public sealed class AttemptSpanTests
{
    private const string Retry = "Flaky:Apis:Read:Resilience:Retry:MaxRetryAttempts";

    [Test]
    public async Task Retries_HaveASpanEach()
    {
        await using var app = await FlakyApp.StartAsync((Retry, "3"));
        app.Script.Answer = static (number, _) => number < 3 ? throw new IOException($"{number}") : Task.FromResult(number);
        using var log = new SpanLog();
        using var measured = new Measurements("pipeline.calls.retries");
        await await app.PassUntilEndedAsync(app.Reader.ToAsync.Read());

        Assert.That(log.Tree, Is.EqualTo("Reader/Read(Flaky/Read(#1 #2 #3))"));
        Assert.That(log["Flaky/Read"].Status, Is.EqualTo(ActivityStatusCode.Unset));
        var attempts = log.Spans.Where(static span => span.GetTagItem("pipeline.attempt") is not null).ToArray();
        Assert.That(attempts.Select(static span => span.StatusDescription), Is.EqualTo(new[] { "1", "2", null }));
        Assert.That(attempts.Select(static span => span.GetTagItem("pipeline.instance")), Is.All.EqualTo(0));
        Assert.That(measured.Of("pipeline.calls.retries", "rpc.method=Flaky/Read "), Is.EqualTo(new double[] { 1, 1 }));
    }

    [Test]
    public async Task Hedges_TheAttemptThatLost_IsNoError()
    {
        await using var app = await FlakyApp.StartAsync(
            ("Flaky:Apis:Read:Resilience:Hedging:MaxHedgedAttempts", "1"), ("Flaky:Apis:Read:Resilience:Hedging:Delay", "50ms"));
        app.Script.Answer = static async (number, token) =>
        {
            if (number == 1)
                await Task.Delay(Timeout.Infinite, token);
            return number;
        };
        using var log = new SpanLog();
        await await app.PassUntilEndedAsync(app.Reader.ToAsync.Read());
        await log.EndedAsync(4);

        Assert.That(log.Tree, Is.EqualTo("Reader/Read(Flaky/Read(#1 #2))"));
        var lost = log.Spans.Single(static span => span.GetTagItem("pipeline.attempt") is 1);
        Assert.That(lost.GetTagItem("pipeline.canceled_by"), Is.EqualTo("hedge"));
        Assert.That(lost.Status, Is.EqualTo(ActivityStatusCode.Unset));
    }

    [Test]
    public async Task Attempt_TimesOut_SaysSo()
    {
        await using var app = await FlakyApp.StartAsync((Retry, "1"), ("Flaky:Apis:Read:AttemptTimeout", "1s"));
        app.Script.Answer = static async (number, token) =>
        {
            if (number == 1)
                await Task.Delay(Timeout.Infinite, token);
            return number;
        };
        using var log = new SpanLog();
        await await app.PassUntilEndedAsync(app.Reader.ToAsync.Read());

        var first = log.Spans.Single(static span => span.GetTagItem("pipeline.attempt") is 1);
        Assert.That(first.GetTagItem("pipeline.canceled_by"), Is.EqualTo("attempt_timeout"));
    }

    [Test]
    public async Task CircuitBreakerAlone_AddsNoSpan_AndTheCallHasTheInstance()
    {
        await using var app = await FlakyApp.StartAsync(("Flaky:Resilience:CircuitBreaker:MinimumThroughput", "100"));
        using var log = new SpanLog();
        await app.Reader.ToAsync.Read();

        Assert.That(log.Tree, Is.EqualTo("Reader/Read(Flaky/Read)"));
        Assert.That(log["Flaky/Read"].GetTagItem("pipeline.instance"), Is.EqualTo(0));
    }
}
