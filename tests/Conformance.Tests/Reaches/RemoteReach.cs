using Microsoft.Extensions.DependencyInjection;
using Pipeline.Conformance.Tests.Loopback;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The proxy one pipeline gives out for a service that runs in another, at a URL that a transport reaches.</summary>
public sealed class RemoteReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => true;

    /// <inheritdoc/>
    protected override void Configure(PipelineAppBuilder builder, ServiceDefinition service) =>
        builder.Services.AddSingleton<IncomingCalls>();

    /// <inheritdoc/>
    protected override async Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe)
    {
        var connection = new LoopbackConnection(app, probe.Clock);
        var caller = await PipelineApp.StartAsync<TService>(builder =>
        {
            builder.Services.AddSingleton<ServiceTransport>(new LoopbackTransport(connection)).AddSingleton<TimeProvider>(probe.Clock);
            ApplySettings(builder.Configuration);
            builder.Configuration[$"Pipeline:Services:{TService.Definition.Name}:Url"] = LoopbackTransport.Url;
        });
        return new(caller.GetProxy<TProxy>(), probe, caller, connection, app);
    }
}
