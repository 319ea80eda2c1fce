using System.ComponentModel;

namespace Pipeline.Transports;

/// <summary>
/// Reaches services that run elsewhere. The caller's side of a transport adds one to the container; it is asked for every service
/// that has a URL, declared by <see cref="DependsAttribute.Url"/> or configured as <c>Pipeline:Services:&lt;Name&gt;:Url</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public abstract class ServiceTransport
{
    /// <summary>The way to a service. Called once for each service and URL, while the pipeline starts; connecting can wait.</summary>
    /// <param name="service">The service.</param>
    /// <param name="url">Where it runs.</param>
    /// <returns>The channel, or null if the URL is not one of this transport's.</returns>
    public abstract ServiceChannel? TryConnect(ServiceDefinition service, Uri url);
}
