using Microsoft.Extensions.DependencyInjection;
using Pipeline.Generated;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The local proxy around an instance, with no pipeline between.</summary>
public sealed class BareReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => false;

    /// <inheritdoc/>
    protected override Reached<TProxy> Connect<TService, TProxy>(PipelineApp app, Probe probe)
    {
        var activation = (ServiceActivation<TService>)TService.Definition.Activation;
        var service = ActivatorUtilities.CreateInstance<TService>(app.Services);
        return new((TProxy)activation.CreateProxy(service), probe, app);
    }
}
