using Pipeline.Conformance.Tests.Loopback;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The service behind a connection that carries bytes and nothing else.</summary>
public sealed class LoopbackReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => true;

    /// <inheritdoc/>
    protected override Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe)
    {
        var connection = new LoopbackConnection(app, probe.Clock);
        var channel = connection.Channel(TService.Definition);
        return Task.FromResult(new Reached<TProxy>((TProxy)TService.Definition.Activation.CreateChannelProxy(channel), probe, connection, app));
    }
}
