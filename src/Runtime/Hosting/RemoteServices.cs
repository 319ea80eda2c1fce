using Microsoft.Extensions.Configuration;
using Pipeline.Transports;

namespace Pipeline.Hosting;

/// <summary>The services that run elsewhere, and the ways to them.</summary>
/// <param name="transports">What reaches URLs.</param>
/// <param name="configuration">Where services are given URLs, or null.</param>
/// <param name="time">Measures how long an address is left out.</param>
internal sealed class RemoteServices(IEnumerable<ServiceTransport> transports, IConfiguration? configuration, TimeProvider time)
    : IAsyncDisposable
{
    private readonly Dictionary<(Type Service, string Url), ServiceChannel> _channels = [];
    private readonly Dictionary<Type, ServiceDefinition> _services = [];

    /// <summary>Where the service runs for all its callers, or null for here.</summary>
    public string? UrlOf(ServiceDefinition service) =>
        ServiceConfiguration.Of(service, configuration)?["Url"] is { Length: > 0 } url ? url : null;

    /// <summary>Where the service runs for one of its callers, or null for here.</summary>
    public string? UrlOf(DependencyDefinition dependency) => UrlOf(dependency.Service) ?? dependency.Url;

    /// <summary>The way that has been found before.</summary>
    public ServiceChannel Channel(ServiceDefinition service, string url) => _channels[(service.ServiceType, url)];

    /// <summary>Finds the way to a service; what keeps it from being found, or null.</summary>
    public string? TryConnect(ServiceDefinition service, string url)
    {
        if (ServiceAddresses.TryParse(url) is not { } addresses)
            return "write an absolute URL, such as \"http://host:8080\", or several with commas between them.";
        if (_channels.ContainsKey((service.ServiceType, url)))
            return null;

        var found = new ServiceChannel[addresses.Length];
        for (var index = 0; index < addresses.Length; index++)
        {
            try
            {
                if (Connect(service, addresses[index]) is not { } channel)
                    return "no transport that reaches it is in the container; add one, or remove the URL to run the service in this process.";
                found[index] = channel;
            }
            catch (Exception exception)
            {
                return $"the transport failed: {exception.Message}";
            }
        }

        _channels.Add((service.ServiceType, url), found is [var only] ? only : new AddressedChannel(found, time));
        return null;
    }

    /// <summary>The services that count for readiness although they run elsewhere, each with its channel: <c>Required</c>.</summary>
    public IEnumerable<(ServiceDefinition Service, ServiceChannel Channel)> Required =>
        from entry in _channels
        let service = _services[entry.Key.Service]
        where bool.TryParse(ServiceConfiguration.Of(service, configuration)?["Required"], out var isRequired) && isRequired
        select (service, entry.Value);

    /// <summary>Closes all channels.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels.Values)
            await channel.DisposeAsync().ConfigureAwait(false);
    }

    private ServiceChannel? Connect(ServiceDefinition service, Uri address)
    {
        _services[service.ServiceType] = service;
        var tried = transports.Select(transport => transport.TryConnect(service, address));
        return tried.FirstOrDefault(static channel => channel is not null);
    }
}
