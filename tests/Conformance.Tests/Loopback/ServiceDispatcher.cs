using Microsoft.Extensions.DependencyInjection;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>The service's side: a handler for each API of each service of a pipeline.</summary>
internal sealed class ServiceDispatcher
{
    private readonly Dictionary<(string Service, string Signature), ApiHandler> _handlers = [];
    private readonly IncomingCalls _incoming;

    public ServiceDispatcher(PipelineApp app)
    {
        _incoming = app.Services.GetService<IncomingCalls>() ?? new(app.Services);
        foreach (var service in app.Root.DescendantsAndSelf())
        {
            foreach (var endpoint in service.Activation.Endpoints())
            {
                var api = service.Apis[endpoint.Api];
                _handlers.Add((service.Name, api.Signature), endpoint.Accept(new HandlerFactory(app, api.Kind)));
            }
        }
    }

    public async Task<byte[]> CallAsync(Peer caller, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var (header, arguments) = CallHeader.Parse(request);
        using var call = _incoming.Begin(header.Origin, cancellationToken);
        return await Find(header).CallAsync(caller, arguments, header.IsBlocking, call.Token);
    }

    public IServedStream Open(Peer caller, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var (header, arguments) = CallHeader.Parse(request);
        var call = _incoming.Begin(header.Origin, cancellationToken);
        return Find(header).Open(caller, arguments, header.IsBlocking, call);
    }

    private ApiHandler Find(CallHeader header) =>
        _handlers.GetValueOrDefault((header.Service, header.Signature))
        ?? throw new MissingMethodException($"No service that runs here has {header.Service}.{header.Signature}.");
}
