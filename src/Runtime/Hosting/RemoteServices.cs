using Microsoft.Extensions.Configuration;
using Pipeline.Transports;

namespace Pipeline.Hosting;

/// <summary>The services that run elsewhere, and the ways to them.</summary>
/// <param name="transports">What reaches URLs.</param>
/// <param name="configuration">Where services are given URLs, or null.</param>
internal sealed class RemoteServices(IEnumerable<ServiceTransport> transports, IConfiguration? configuration)
{
    private readonly Dictionary<(Type Service, string Url), ServiceChannel> _channels = [];

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
        if (!Uri.TryCreate(url, UriKind.Absolute, out var absolute))
            return "write an absolute URL, such as \"http://host:8080\".";
        if (_channels.ContainsKey((service.ServiceType, url)))
            return null;

        ServiceChannel? found;
        try
        {
            var tried = transports.Select(transport => transport.TryConnect(service, absolute));
            found = tried.FirstOrDefault(static channel => channel is not null);
        }
        catch (Exception exception)
        {
            return $"the transport failed: {exception.Message}";
        }

        if (found is null)
            return "no transport that reaches it is in the container; add one, or remove the URL to run the service in this process.";

        _channels.Add((service.ServiceType, url), found);
        return null;
    }
}
