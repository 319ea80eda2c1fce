using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Pipeline.Integration.Services;
using Pipeline.Integration.Tests.Calls;

namespace Pipeline.Integration.Tests.Telemetry;

public sealed class MeasurementTests
{
    private const string Duration = "rpc.client.call.duration";

    [Test]
    public async Task Duration_IsByServiceAndApi_WithTheFailure()
    {
        await using var app = await GatedApp.StartAsync();
        using var measured = new Measurements();
        var call = app.Gated.ToAsync.Enter(1);
        await app.Gates.Begun(1);
        Assert.That(measured.Of("pipeline.calls.active", "rpc.method=Gated/Enter "), Is.EqualTo(new double[] { 1 }));
        app.Time.Advance(TimeSpan.FromSeconds(3));
        app.Gates.Open(1);
        await call;
        Assert.That(() => app.Gated.Fail("broken"), Throws.InvalidOperationException);

        Assert.That(measured.Of(Duration, "pipeline.service=Gated pipeline.api=Enter "), Is.EqualTo(new double[] { 3 }));
        Assert.That(measured.Of(Duration, "pipeline.api=Fail error.type=System.InvalidOperationException "), Has.Count.EqualTo(1));
        Assert.That(measured.Of("pipeline.calls.active", "rpc.method=Gated/Enter "), Is.EqualTo(new double[] { 1, -1 }));
    }

    [Test]
    public async Task ActiveCalls_WatchedAlone_ComeBackToZero_AlsoForStreamsAndTheSyncView()
    {
        await using var app = await GatedApp.StartAsync();
        using var measured = new Measurements("pipeline.calls.active");
        await app.Front.ToAsync.SumOfSquares(2);
        app.Front.Squares(2);

        Assert.That(measured.Of("pipeline.calls.active", "pipeline.service=Gated "), Has.Count.GreaterThan(10).And.Some.EqualTo(-1));
        Assert.That(measured.Of("pipeline.calls.active", "").Sum(), Is.Zero);
    }

    [Test]
    public async Task Queue_IsReadOnDemand()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"), ("Gated:QueueLimit", "1"));
        using var measured = new Measurements();
        var first = app.Gated.ToAsync.Enter(1);
        await app.Gates.Begun(1);
        var second = app.Gated.ToAsync.Enter(2);
        Assert.That(() => app.Gated.ToAsync.Enter(3), Throws.TypeOf<ServiceOverloadedException>());

        Assert.That(
            measured.Of("pipeline.calls.rejected", "pipeline.service=Gated pipeline.api=Enter pipeline.rejection.reason=queue_full "),
            Is.EqualTo(new double[] { 1 }));
        Assert.That(measured.Read("pipeline.queue.length", "pipeline.slots=Gated "), Is.EqualTo(new double[] { 1 }));
        Assert.That(measured.Read("pipeline.slots.used", "pipeline.slots=Gated "), Is.EqualTo(new double[] { 1 }));
        Assert.That(measured.Read("pipeline.slots.limit", "pipeline.slots=Gated "), Is.EqualTo(new double[] { 1 }));
        app.Gates.Open(1);
        app.Gates.Open(2);
        await Gather.All(first, second);
        Assert.That(measured.Read("pipeline.queue.length", "pipeline.slots=Gated "), Is.EqualTo(new double[] { 0 }));
    }

    [Test]
    public async Task Circuit_IsReadOnDemand_AndItsRefusalsAreCounted()
    {
        await using var app = await FlakyApp.StartAsync(
            ("Flaky:Resilience:CircuitBreaker:MinimumThroughput", "2"), ("Flaky:Resilience:CircuitBreaker:BreakDuration", "5s"));
        app.Script.Answer = static (_, _) => throw new IOException("broken");
        using var measured = new Measurements();
        Assert.That(State("closed"), Is.EqualTo(1));
        for (var call = 0; call < 2; call++)
            Assert.That(() => app.Reader.ToAsync.Read(), Throws.TypeOf<IOException>());
        Assert.That(State("open"), Is.EqualTo(1));
        Assert.That(State("closed"), Is.Zero);
        Assert.That(() => app.Reader.ToAsync.Read(), Throws.TypeOf<ServiceUnavailableException>());
        Assert.That(measured.Of("pipeline.calls.rejected", "pipeline.rejection.reason=circuit_open "), Is.EqualTo(new double[] { 1 }));
        app.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.That(State("half_open"), Is.EqualTo(1));

        double State(string state) => measured.Read("pipeline.circuit.state", $"pipeline.circuit.state={state} ").Single();
    }

    [Test]
    public async Task ClosedService_RefusalsAreCounted()
    {
        using var measured = new Measurements("pipeline.calls.rejected");
        var app = await GatedApp.StartAsync();
        var gated = app.Gated;
        await app.DisposeAsync();
        Assert.That(() => gated.Square(1), Throws.TypeOf<ServiceUnavailableException>());

        Assert.That(measured.Of("pipeline.calls.rejected", "rpc.method=Gated/Square "), Is.EqualTo(new double[] { 1 }));
        Assert.That(measured.Of("pipeline.calls.rejected", "pipeline.rejection.reason=closed "), Is.EqualTo(new double[] { 1 }));
    }

    [Test]
    public async Task EndedPipeline_IsReadNoMore()
    {
        using var measured = new Measurements();
        var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"));
        Assert.That(measured.Read("pipeline.queue.length", "pipeline.slots=Gated "), Has.Count.EqualTo(1));
        await app.DisposeAsync();

        Assert.That(measured.Read("pipeline.queue.length", "pipeline.slots=Gated "), Is.Empty);
    }

    [Test]
    public async Task OpenTelemetry_ExportsThem()
    {
        var exported = new List<Metric>();
        using var provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(PipelineTelemetry.MeterName).AddInMemoryExporter(exported).Build();
        await using var app = await PipelineApp.StartAsync<Calculator>();
        app.GetProxy<Calculator.Proxy>().Add(1, 2);
        provider.ForceFlush();

        Assert.That(exported.Select(static metric => $"{metric.Name} {metric.Unit}"), Is.SupersetOf(new[]
        {
            "rpc.client.call.duration s", "pipeline.calls.active {call}", "pipeline.queue.length {call}", "pipeline.slots.used {slot}",
        }));
    }
}
