using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The generated channel proxy on a channel that does nothing but call the local proxy.</summary>
public sealed class ChannelReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => false;

    /// <inheritdoc/>
    protected override Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe)
    {
        var proxy = TService.Definition.Activation.CreateChannelProxy(new ForwardingChannel(app.GetProxy<TProxy>()));
        return Task.FromResult(new Reached<TProxy>((TProxy)proxy, probe, app));
    }

    private sealed class ForwardingChannel(object target) : ServiceChannel
    {
        public override TResult Invoke<TProxy, TArgs, TResult>(
            CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
            endpoint.Invoke((TProxy)target, args, cancellationToken);

        public override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
            CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
            endpoint.InvokeAsync((TProxy)target, args, cancellationToken);

        public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
            StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
            endpoint.Stream((TProxy)target, args, cancellationToken);

        public override IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
            StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
            endpoint.StreamAsync((TProxy)target, args, cancellationToken);
    }
}
