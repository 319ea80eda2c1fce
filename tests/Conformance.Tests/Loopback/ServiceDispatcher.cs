using Pipeline.Channels;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>The service's side: a handler for each API of each service of a pipeline.</summary>
internal sealed class ServiceDispatcher
{
    private readonly Dictionary<(string Service, string Signature), ApiHandler> _handlers = [];

    public ServiceDispatcher(PipelineApp app)
    {
        foreach (var service in app.Root.DescendantsAndSelf())
        {
            foreach (var endpoint in service.Activation.Endpoints())
            {
                var api = service.Apis[endpoint.Api];
                _handlers.Add((service.Name, api.Signature), endpoint.Accept(new HandlerFactory(app, api.Kind)));
            }
        }
    }

    public Task<byte[]> CallAsync(Peer caller, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var (header, arguments) = CallHeader.Parse(request);
        return Find(header).CallAsync(caller, arguments, header.IsBlocking, cancellationToken);
    }

    public IServedStream Open(Peer caller, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var (header, arguments) = CallHeader.Parse(request);
        return Find(header).Open(caller, arguments, header.IsBlocking, cancellationToken);
    }

    private ApiHandler Find(CallHeader header) =>
        _handlers.GetValueOrDefault((header.Service, header.Signature))
        ?? throw new MissingMethodException($"No service that runs here has {header.Service}.{header.Signature}.");
}
