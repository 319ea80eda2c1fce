namespace Pipeline.Remote.Exchanges;

/// <summary>The APIs of a service that is served.</summary>
internal sealed class ServedService
{
    private readonly ServiceDefinition _service;
    private readonly Dictionary<string, List<ApiHandler>> _handlers = [];

    public ServedService(ServiceDefinition service, IServiceProvider provider, FrameDispatcherOptions options)
    {
        _service = service;
        var slots = new SyncSlots();
        foreach (var endpoint in service.Activation.Endpoints())
        {
            endpoint.Accept(new TypeCheck(service, options.Codec));
            var handler = endpoint.Accept(new ApiHandlerFactory(service, provider, slots, options.Codec));
            string name = service.Apis[endpoint.Api].Name;
            if (!_handlers.TryGetValue(name, out var overloads))
                _handlers.Add(name, overloads = []);
            overloads.Add(handler);
        }
    }

    /// <summary>The API by its name; overloads that share one by their exact parameters.</summary>
    /// <exception cref="MissingMethodException">There is none.</exception>
    public ApiHandler Find(CallHeader header)
    {
        if (!_handlers.TryGetValue(header.Api, out var overloads))
        {
            throw new MissingMethodException(
                $"{_service} here has no API named {header.Api}; it has {string.Join(", ", _handlers.Keys.Order(StringComparer.Ordinal))}.");
        }

        return overloads is [var only]
            ? only
            : overloads.Find(handler => handler.Contract.Text == header.Contract) ?? throw new MissingMethodException(
                $"{_service} here has several APIs named {header.Api}, and none with exactly the caller's parameters: "
                + "give each a name of its own with [Api(Name = \"…\")].");
    }
}
