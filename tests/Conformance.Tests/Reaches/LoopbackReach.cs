using Pipeline.Conformance.Tests.Loopback;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The service behind a connection that carries bytes and nothing else.</summary>
public sealed class LoopbackReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => true;

    /// <inheritdoc/>
    protected override Reached<TProxy> Connect<TService, TProxy>(PipelineApp app, Probe probe)
    {
        var connection = new Connection(new ServiceDispatcher(app));
        var channel = new LoopbackChannel(TService.Definition, connection.Client);
        return new((TProxy)TService.Definition.Activation.CreateChannelProxy!(channel), probe, connection, app);
    }
}
