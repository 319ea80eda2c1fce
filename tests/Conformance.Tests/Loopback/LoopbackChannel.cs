using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>The caller's side: what a transport implements.</summary>
internal sealed class LoopbackChannel(ServiceDefinition service, Peer peer) : ServiceChannel
{
    public override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
        Task.Run(() => CallAsync(endpoint, args, isBlocking: true, cancellationToken), CancellationToken.None).GetAwaiter().GetResult();

    public override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
        CallAsync(endpoint, args, isBlocking: false, cancellationToken);

    // The token is the other side's to heed: what it sends in spite of it, a caller of this process would get too.
    public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        ReadAsync(endpoint, args, isBlocking: true, cancellationToken).ToBlockingEnumerable(CancellationToken.None);

    public override IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        ReadAsync(endpoint, args, isBlocking: false, cancellationToken);

    private async Task<TResult> CallAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, bool isBlocking, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var (body, offered) = Pack(endpoint, args, isBlocking);
        try
        {
            long id = peer.NewId();
            var answer = peer.AskAsync(new(FrameKind.Call, id, IsCanceled: cancellationToken.IsCancellationRequested, Body: body), cancellationToken);
            await using var cancellation = peer.CancelOn(id, cancellationToken);
            return peer.Serializer.Deserialize<TResult>(await answer.ConfigureAwait(false));
        }
        finally
        {
            peer.Withdraw(offered);
        }
    }

    private IAsyncEnumerable<TItem> ReadAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, bool isBlocking, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        RemoteStream.ReadAsync<TItem>(
            peer,
            () =>
            {
                var (body, offered) = Pack(endpoint, args, isBlocking);
                return (new(FrameKind.OpenStream, Id: 0, Body: body), offered);
            },
            cancellationToken);

    private (byte[] Body, IReadOnlyList<long> Offered) Pack<TArgs>(Endpoint endpoint, TArgs args, bool isBlocking)
    {
        var (bytes, offered) = peer.Serializer.SerializeArguments(args);
        var header = new CallHeader(service.Name, service.Apis[endpoint.Api].Signature, isBlocking, CallOrigin.Current);
        return (header.ToBytes(bytes), offered);
    }
}
