using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Remote.Exchanges;

/// <summary>Calls one API with arguments that came as bytes.</summary>
internal abstract class ApiHandler(ServiceDefinition service, ApiDefinition api, ApiContract contract)
{
    public ServiceDefinition Service { get; } = service;

    public ApiDefinition Api { get; } = api;

    public ApiContract Contract { get; } = contract;

    /// <summary>Calls an API that has one answer, and gives it as a frame.</summary>
    public virtual Task<Frame> CallAsync(CallRequest request, IArgumentStreams streams, CancellationToken cancellationToken) =>
        throw new InvalidDataException("The API is a stream, which needs an exchange of its own.");

    /// <summary>Runs the call, and gives the frame that ends it.</summary>
    public virtual Task<Frame> RunAsync(CallRequest request, ServedExchange exchange, CancellationToken cancellationToken) =>
        CallAsync(request, exchange, cancellationToken);
}

/// <inheritdoc cref="ApiHandler"/>
internal sealed class CallApiHandler<TProxy, TArgs, TResult>(
    CallEndpoint<TProxy, TArgs, TResult> endpoint, ServiceDefinition service, IServiceProvider provider, SyncSlots slots,
    PipelineCodec codec, ArgumentsCodec<TArgs> arguments) : ApiHandler(service, service.Apis[endpoint.Api], arguments.Contract)
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private TProxy? _proxy;

    public override async Task<Frame> CallAsync(CallRequest request, IArgumentStreams streams, CancellationToken cancellationToken)
    {
        var args = Read(request, streams);

        var proxy = _proxy ??= provider.GetRequiredService<TProxy>();
        var result = await (request.Header.IsBlocking && Api.Kind is ApiKind.Sync
            ? slots.RunAsync(() => endpoint.Invoke(proxy, args, cancellationToken), cancellationToken)
            : endpoint.InvokeAsync(proxy, args, cancellationToken)).ConfigureAwait(false);
        return new() { Kind = FrameKind.Answer, Body = new(codec.Pack(result)) };
    }

    private TArgs Read(CallRequest request, IArgumentStreams streams)
    {
        var reader = new CodecReader(request.Arguments);
        return arguments.Read(ref reader, request.Header.Contract, streams);
    }
}

/// <inheritdoc cref="ApiHandler"/>
internal sealed class StreamApiHandler<TProxy, TArgs, TItem>(
    StreamEndpoint<TProxy, TArgs, TItem> endpoint, ServiceDefinition service, IServiceProvider provider, SyncSlots slots,
    PipelineCodec codec, ArgumentsCodec<TArgs> arguments) : ApiHandler(service, service.Apis[endpoint.Api], arguments.Contract)
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private TProxy? _proxy;

    // One async method for the whole stream, so that what the call has set in its context holds at every item.
    public override async Task<Frame> RunAsync(CallRequest request, ServedExchange exchange, CancellationToken cancellationToken)
    {
        var args = Read(request, exchange);
        var proxy = _proxy ??= provider.GetRequiredService<TProxy>();
        var items = request.Header.IsBlocking && Api.Kind is ApiKind.SyncStream
            ? InSlotsAsync(endpoint.Stream(proxy, args, cancellationToken), cancellationToken).GetAsyncEnumerator(CancellationToken.None)
            : endpoint.StreamAsync(proxy, args, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            while (await items.MoveNextAsync().ConfigureAwait(false))
            {
                await exchange.SendAsync(new() { Kind = FrameKind.Item, Body = new(codec.Pack(items.Current)) }).ConfigureAwait(false);
                if (!await exchange.MayGoOnAsync().ConfigureAwait(false))
                    return new() { Kind = FrameKind.Closed };
            }
        }

        return new() { Kind = FrameKind.End };
    }

    private async IAsyncEnumerable<TItem> InSlotsAsync(
        IEnumerable<TItem> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var items = source.GetEnumerator();
        while (await slots.RunAsync(items.MoveNext, cancellationToken).ConfigureAwait(false))
            yield return items.Current;
    }

    private TArgs Read(CallRequest request, IArgumentStreams streams)
    {
        var reader = new CodecReader(request.Arguments);
        return arguments.Read(ref reader, request.Header.Contract, streams);
    }
}

/// <summary>Makes the handler of an endpoint, whose types only it knows.</summary>
internal sealed class ApiHandlerFactory(ServiceDefinition service, IServiceProvider provider, SyncSlots slots, PipelineCodec codec)
    : IEndpointVisitor<ApiHandler>
{
    public ApiHandler Visit<TProxy, TArgs, TResult>(CallEndpoint<TProxy, TArgs, TResult> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        new CallApiHandler<TProxy, TArgs, TResult>(
            endpoint, service, provider, slots, codec, Arguments(endpoint, endpoint.Parameters));

    public ApiHandler Visit<TProxy, TArgs, TItem>(StreamEndpoint<TProxy, TArgs, TItem> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        new StreamApiHandler<TProxy, TArgs, TItem>(
            endpoint, service, provider, slots, codec, Arguments(endpoint, endpoint.Parameters));

    private ArgumentsCodec<TArgs> Arguments<TArgs>(Endpoint endpoint, IReadOnlyList<Parameter<TArgs>> parameters)
        where TArgs : struct =>
        new(codec, parameters, new(service, service.Apis[endpoint.Api], parameters));
}
