using Microsoft.Extensions.DependencyInjection;
using Pipeline.CompilerServices;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The local proxy around an instance, with no pipeline between.</summary>
public sealed class BareReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => false;

    /// <inheritdoc/>
    protected override Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe)
    {
        var activation = (ServiceActivation<TService>)TService.Definition.Activation;
        var service = ActivatorUtilities.CreateInstance<TService>(app.Services);
        return Task.FromResult(new Reached<TProxy>((TProxy)activation.CreateProxy(service), probe, app));
    }
}
