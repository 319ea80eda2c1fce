using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Pipeline.CompilerServices;
using Pipeline.Remote.Exchanges;
using Pipeline.Transports;

namespace Pipeline.Remote;

/// <summary>
/// The caller's side of a transport that carries frames: each call is an exchange of its own. A transport says how one begins, and has the
/// <see cref="FrameDispatcher"/> at the other end.
/// </summary>
public abstract class FrameChannel : ServiceChannel
{
    private readonly ConcurrentDictionary<Endpoint, object> _arguments = new();
    private readonly FrameChannelOptions _options;

    /// <summary>The way to a service.</summary>
    /// <exception cref="NotSupportedException">A type of the service's APIs cannot cross whole.</exception>
    protected FrameChannel(ServiceDefinition service, FrameChannelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        Service = service;
        _options = options ?? new();
        foreach (var endpoint in service.Activation.Endpoints())
            endpoint.Accept(new TypeCheck(service, _options.Codec));
    }

    /// <summary>The service at the other end.</summary>
    protected ServiceDefinition Service { get; }

    /// <summary>Begins an exchange. Whatever it throws means that the call was never sent.</summary>
    protected abstract ValueTask<IFramePipe> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Exchanges one message for one: for a call that nobody can cancel and that takes no stream. Null, where the transport has nothing
    /// cheaper than an exchange.
    /// </summary>
    protected virtual ValueTask<Frame>? TryAsk(Frame start) => null;

    /// <inheritdoc/>
    public sealed override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
        Wait(
            (Channel: this, endpoint, args, cancellationToken),
            static call => call.Channel.CallAsync(call.endpoint, call.args, isBlocking: true, call.cancellationToken));

    /// <inheritdoc/>
    public sealed override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
        CallAsync(endpoint, args, isBlocking: false, cancellationToken);

    // Whether the token ends the stream is the service's to say: what it sends in spite of it, a caller in its process would get too.
    /// <inheritdoc/>
    public sealed override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        ReadAsync(endpoint, args, isBlocking: true, cancellationToken).ToBlockingEnumerable(CancellationToken.None);

    /// <inheritdoc/>
    public sealed override IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        ReadAsync(endpoint, args, isBlocking: false, cancellationToken);

    /// <summary>Opens an exchange, and closes it: somebody answers at the other end.</summary>
    public override async Task CheckHealthAsync(CancellationToken cancellationToken)
    {
        var pipe = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await pipe.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<TResult> CallAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, bool isBlocking, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var streams = new OfferedStreams(_options);
        var start = Start(endpoint, Arguments(endpoint, endpoint.Parameters), args, isBlocking, streams, cancellationToken);
        if (!cancellationToken.CanBeCanceled && streams.IsEmpty && TryAsk(start) is { } asked)
            return Result<TResult>(await CallerExchange.AnswerAsync(Service, asked).ConfigureAwait(false), cancellationToken);

        var exchange = await CallerExchange.BeginAsync(Service, ConnectAsync, _options, streams, cancellationToken).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            await exchange.SendAsync(start).ConfigureAwait(false);
            return Result<TResult>(await exchange.ReceiveAsync().ConfigureAwait(false), cancellationToken);
        }
    }

    private async IAsyncEnumerable<TItem> ReadAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, bool isBlocking,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var streams = new OfferedStreams(_options);
        int ahead = Math.Max(1, Service.Apis[endpoint.Api].ReadAhead ?? 1);
        var start = Start(endpoint, Arguments(endpoint, endpoint.Parameters), args, isBlocking, streams, cancellationToken);
        var exchange = await CallerExchange.BeginAsync(Service, ConnectAsync, _options, streams, cancellationToken).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            await exchange.SendAsync(start with { Number = ahead }).ConfigureAwait(false);
            bool isOpen = false;
            try
            {
                for (int taken = 0, batch = Math.Max(1, ahead / 2); ; taken++)
                {
                    if (taken == batch)
                    {
                        taken = 0;
                        await exchange.AskForAsync(batch).ConfigureAwait(false);
                    }

                    var frame = await exchange.ReceiveAsync().ConfigureAwait(false);
                    if (frame.Kind is FrameKind.End)
                        break;

                    var item = Value<TItem>(frame, FrameKind.Item, cancellationToken);
                    isOpen = true;
                    yield return item;
                    isOpen = false;
                }
            }
            finally
            {
                if (isOpen)
                    await exchange.CloseAsync().ConfigureAwait(false);
            }
        }
    }

    private TResult Result<TResult>(Frame frame, CancellationToken cancellationToken) =>
        Value<TResult>(frame, FrameKind.Answer, cancellationToken);

    private T Value<T>(Frame frame, FrameKind expected, CancellationToken cancellationToken)
    {
        if (frame.Kind is FrameKind.Failure)
            throw FailureMessage.Read(frame, cancellationToken);
        return frame.Kind == expected
            ? _options.Codec.Unpack<T>(frame.Body)
            : throw new InvalidDataException($"{Service} answered with a frame of kind {frame.Kind}; {expected} was expected.");
    }

    private Frame Start<TArgs>(
        Endpoint endpoint, ArgumentsCodec<TArgs> arguments, TArgs args, bool isBlocking, OfferedStreams streams,
        CancellationToken cancellationToken)
        where TArgs : struct
    {
        var header = new CallHeader
        {
            Service = Service.Name,
            Api = Service.Apis[endpoint.Api].Name,
            Contract = arguments.Contract.Text,
            IsBlocking = isBlocking,
            Origin = Allowed(CallOrigin.Current),
        };
        var body = new PackedBuffer(capacity: 512, _options.Codec.MaxBytes);
        header.WriteTo(body, _options.Codec);
        arguments.Write(body, args, streams);
        return new()
        {
            Kind = FrameKind.Start,
            Number = 1,
            IsCanceled = cancellationToken.IsCancellationRequested,
            Body = new(body.Written),
        };
    }

    private CallOrigin Allowed(CallOrigin origin) => origin.Baggage is []
        ? origin
        : origin with { Baggage = [.. origin.Baggage.Where(entry => _options.Baggage.Contains(entry.Key))] };

    private ArgumentsCodec<TArgs> Arguments<TArgs>(Endpoint endpoint, IReadOnlyList<Parameter<TArgs>> parameters)
        where TArgs : struct =>
        (ArgumentsCodec<TArgs>)_arguments.GetOrAdd(
            endpoint,
            static (endpoint, state) => new ArgumentsCodec<TArgs>(
                state.Codec, state.parameters, new(state.Service, state.Service.Apis[endpoint.Api], state.parameters)),
            (_options.Codec, Service, parameters));
}
