using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>A trace goes on behind a transport that carries bytes and nothing else.</summary>
public sealed class TraceTests
{
    [Test]
    public async Task Trace_GoesOn_WithAllowedBaggageAlone([Values] bool isListenedTo)
    {
        using var listener = isListenedTo ? Listen() : null;
        await using var far = await PipelineApp.StartAsync<Traced>(static builder => builder.Services.AddSingleton<IncomingCalls>());
        await using var connection = new LoopbackConnection(far, TimeProvider.System) { Baggage = ["tenant"] };
        await using var near = await PipelineApp.StartAsync<Tracing>(builder =>
        {
            builder.Services.AddSingleton<ServiceTransport>(new LoopbackTransport(connection));
            builder.Configuration["Pipeline:Services:Traced:Url"] = LoopbackTransport.Url;
        });
        using var root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
        root.AddBaggage("tenant", "a, b=c").AddBaggage("secret", "x");
        root.TraceStateString = "vendor=1";
        root.Start();

        Assert.That(await near.GetProxy<Tracing.Proxy>().ToAsync.Tell(), Is.EqualTo($"{root.TraceId} vendor=1 a, b=c"));
    }

    [Test]
    public async Task Call_WithoutATrace_BeginsNone()
    {
        await using var far = await PipelineApp.StartAsync<Traced>(static builder => builder.Services.AddSingleton<IncomingCalls>());
        await using var connection = new LoopbackConnection(far, TimeProvider.System);
        await using var near = await PipelineApp.StartAsync<Tracing>(builder =>
        {
            builder.Services.AddSingleton<ServiceTransport>(new LoopbackTransport(connection));
            builder.Configuration["Pipeline:Services:Traced:Url"] = LoopbackTransport.Url;
        });

        Assert.That(await near.GetProxy<Tracing.Proxy>().ToAsync.Tell(), Is.Empty);
    }

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == PipelineTelemetry.ActivitySourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
