using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.AspNetCore;
using Pipeline.Remote;

namespace Pipeline.Conformance.Tests.Http;

/// <summary>The service behind an HTTP edge, which tells failures whole; the proxy of a pipeline that reaches it by its URL.</summary>
public sealed class HttpReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => true;

    /// <inheritdoc/>
    protected override async Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe)
    {
        // The edge serves the pipeline of its own host.
        await app.DisposeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        ApplySettings(builder.Configuration);
        builder.Services.AddSingleton(probe).AddSingleton<TimeProvider>(probe.Clock);
        builder.Services.AddPipeline<TService>().AddHttp(static options => options.FailureDetail = FailureDetail.Full);
        var edge = builder.Build();
        edge.MapPipeline<TService>();
        await edge.StartAsync();

        string address = edge.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var caller = await PipelineApp.StartAsync<TService>(pipeline =>
        {
            pipeline.Services.AddHttpTransport().AddSingleton<TimeProvider>(probe.Clock);
            ApplySettings(pipeline.Configuration);
            pipeline.Configuration[$"Pipeline:Services:{TService.Definition.Name}:Url"] = address;
        });
        return new(caller.GetProxy<TProxy>(), probe, caller, new Stopping(edge));
    }

    private sealed class Stopping(WebApplication edge) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await edge.StopAsync();
            await edge.DisposeAsync();
        }
    }
}
