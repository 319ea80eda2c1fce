using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.CompilerServices;
using Pipeline.Remote.Exchanges;
using Pipeline.Transports;

namespace Pipeline.Remote;

/// <summary>
/// The service's side of a transport that carries frames: finds the API of a call, calls it in this process, and sends back what comes of
/// it. Thread-safe.
/// </summary>
public sealed class FrameDispatcher
{
    private readonly Dictionary<string, ServedService> _services = [];
    private readonly FrameDispatcherOptions _options;
    private readonly IncomingCalls _incoming;

    /// <summary>Serves services that run here.</summary>
    /// <param name="provider">The container of the pipeline.</param>
    /// <param name="services">What is served: <see cref="PipelineServices.RootsRunningHere"/>, as a rule.</param>
    /// <param name="options">How it is served.</param>
    /// <exception cref="NotSupportedException">A type of an API cannot cross whole.</exception>
    public FrameDispatcher(IServiceProvider provider, IEnumerable<ServiceDefinition> services, FrameDispatcherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(services);
        _options = options ?? new();
        _incoming = provider.GetService<IncomingCalls>() ?? new(provider);
        foreach (var service in services)
            _services.Add(service.Name, new(service, provider, _options));
    }

    /// <summary>Serves one exchange to its end.</summary>
    /// <param name="pipe">The exchange; disposing of it is its owner's.</param>
    /// <param name="connectionLost">Canceled when the caller is gone.</param>
    /// <returns>A task that ends when the call has, and that does not fail.</returns>
    public async Task ServeAsync(IFramePipe pipe, CancellationToken connectionLost)
    {
        ArgumentNullException.ThrowIfNull(pipe);
        using var exchange = new ServedExchange(pipe, _options, connectionLost);
        if (await exchange.BeginAsync().ConfigureAwait(false) is { } start)
            await RunAsync(exchange, start).ConfigureAwait(false);
        await exchange.EndAsync().ConfigureAwait(false);
    }

    /// <summary>Answers one message with one, for a call that nobody can cancel and that takes no stream.</summary>
    /// <param name="start">The frame that begins the call.</param>
    /// <param name="connectionLost">Canceled when the caller is gone.</param>
    public async Task<Frame> AnswerAsync(Frame start, CancellationToken connectionLost)
    {
        IncomingCall? call = null;
        try
        {
            var request = Parse(start);
            var handler = Find(request.Header);
            call = Begin(handler, request, connectionLost);
            return await handler.CallAsync(request, NoArgumentStreams.Instance, call.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call?.Fail(exception);
            return FailureMessage.Frame(FrameKind.Failure, 0, exception, _options.FailureDetail, call?.Token ?? connectionLost);
        }
        finally
        {
            call?.Dispose();
        }
    }

    private async Task RunAsync(ServedExchange exchange, Frame start)
    {
        IncomingCall? call = null;
        Frame last;
        try
        {
            var request = Parse(start);
            var handler = Find(request.Header);
            call = Begin(handler, request, exchange.Token);
            last = await handler.RunAsync(request, exchange, call.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call?.Fail(exception);
            last = FailureMessage.Frame(FrameKind.Failure, 0, exception, _options.FailureDetail, call?.Token ?? exchange.Token);
        }
        finally
        {
            call?.Dispose();
        }

        await exchange.TrySendAsync(last).ConfigureAwait(false);
    }

    // What was current where the connection was opened is no part of the call.
    private IncomingCall Begin(ApiHandler handler, CallRequest request, CancellationToken cancellationToken)
    {
        Activity.Current = null;
        return _incoming.Begin(handler.Service, handler.Api, request.Header.Origin, cancellationToken);
    }

    private CallRequest Parse(Frame start)
    {
        if (start.Kind is not FrameKind.Start)
            throw new InvalidDataException($"A call begins with a frame of kind {FrameKind.Start}, not {start.Kind}.");

        var reader = new CodecReader(start.Body);
        var header = CallHeader.Read(ref reader, _options.Codec);
        return new(header, reader.Rest);
    }

    private ApiHandler Find(CallHeader header) => _services.TryGetValue(header.Service, out var service)
        ? service.Find(header)
        : throw new MissingMethodException(
            $"{header.Service} is not served here; what is served: {string.Join(", ", _services.Keys.Order(StringComparer.Ordinal))}.");
}
