using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>Calls one API with arguments that came as bytes.</summary>
internal abstract class ApiHandler
{
    public virtual Task<byte[]> CallAsync(Peer caller, ReadOnlyMemory<byte> arguments, bool isBlocking, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The API is a stream.");

    /// <summary>Opens the stream; the call ends with it.</summary>
    public virtual IServedStream Open(Peer caller, ReadOnlyMemory<byte> arguments, bool isBlocking, IncomingCall call) =>
        throw new InvalidOperationException("The API is no stream.");
}

/// <inheritdoc cref="ApiHandler"/>
internal sealed class CallHandler<TProxy, TArgs, TResult>(CallEndpoint<TProxy, TArgs, TResult> endpoint, TProxy proxy, ApiKind kind) : ApiHandler
    where TProxy : ServiceProxy
    where TArgs : struct
{
    public override async Task<byte[]> CallAsync(
        Peer caller, ReadOnlyMemory<byte> arguments, bool isBlocking, CancellationToken cancellationToken)
    {
        var args = caller.Serializer.Deserialize<TArgs>(arguments);

        // A sync API called from the sync view runs on the calling thread and takes no slot: this thread has been taken for it.
        var result = isBlocking && kind is ApiKind.Sync
            ? endpoint.Invoke(proxy, args, cancellationToken)
            : await endpoint.InvokeAsync(proxy, args, cancellationToken);
        return caller.Serializer.Serialize(result);
    }
}

/// <inheritdoc cref="ApiHandler"/>
internal sealed class StreamHandler<TProxy, TArgs, TItem>(StreamEndpoint<TProxy, TArgs, TItem> endpoint, TProxy proxy, ApiKind kind) : ApiHandler
    where TProxy : ServiceProxy
    where TArgs : struct
{
    public override IServedStream Open(Peer caller, ReadOnlyMemory<byte> arguments, bool isBlocking, IncomingCall call)
    {
        var args = caller.Serializer.Deserialize<TArgs>(arguments);
        var items = isBlocking && kind is ApiKind.SyncStream
            ? endpoint.Stream(proxy, args, call.Token).ToAsyncEnumerable().GetAsyncEnumerator(CancellationToken.None)
            : endpoint.StreamAsync(proxy, args, call.Token).GetAsyncEnumerator(call.Token);
        return new ServedStream<TItem>(items, caller.Serializer, call);
    }
}

/// <summary>Makes the handler for an endpoint, whose types only it knows.</summary>
internal sealed class HandlerFactory(PipelineApp app, ApiKind kind) : IEndpointVisitor<ApiHandler>
{
    public ApiHandler Visit<TProxy, TArgs, TResult>(CallEndpoint<TProxy, TArgs, TResult> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        new CallHandler<TProxy, TArgs, TResult>(endpoint, app.GetProxy<TProxy>(), kind);

    public ApiHandler Visit<TProxy, TArgs, TItem>(StreamEndpoint<TProxy, TArgs, TItem> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        new StreamHandler<TProxy, TArgs, TItem>(endpoint, app.GetProxy<TProxy>(), kind);
}
