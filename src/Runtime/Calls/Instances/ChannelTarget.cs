using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>Sends the call to the process where the service runs, which decides how a canceled call ends.</summary>
/// <param name="channel">The way there.</param>
internal sealed class ChannelTarget(ServiceChannel channel) : CallTarget
{
    /// <inheritdoc/>
    public override bool TakesToken(Endpoint endpoint) => true;

    /// <inheritdoc/>
    public override TResult Invoke<TProxy, TArgs, TResult>(Call call, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args) =>
        channel.Invoke(endpoint, args, call.Token);

    /// <inheritdoc/>
    public override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        Call call, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args) =>
        channel.InvokeAsync(endpoint, args, call.Token);

    /// <inheritdoc/>
    public override IEnumerator<TItem> Stream<TProxy, TArgs, TItem>(Call call, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args) =>
        channel.Stream(endpoint, args, call.Token).GetEnumerator();

    /// <inheritdoc/>
    public override IAsyncEnumerator<TItem> StreamAsync<TProxy, TArgs, TItem>(
        Call call, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args) =>
        channel.StreamAsync(endpoint, args, call.Token).GetAsyncEnumerator(call.Token);
}
