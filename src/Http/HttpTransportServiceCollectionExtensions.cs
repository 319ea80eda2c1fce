using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.ServiceDiscovery.Http;
using Pipeline.Http;
using Pipeline.Transports;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the transport for <c>http://</c> and <c>https://</c>.</summary>
public static class HttpTransportServiceCollectionExtensions
{
    /// <summary>
    /// Reaches services whose URL is <c>http://…</c> or <c>https://…</c>, where Pipeline.AspNetCore or BentoML serves them. The URL is
    /// declared by
    /// <c>[Depends(Url = "…")]</c> or configured as <c>Pipeline:Services:&lt;Name&gt;:Url</c>. Where the application has called
    /// <c>AddServiceDiscovery</c>, the host of a URL may be a name that service discovery knows.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes how they are reached.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddHttpTransport(this IServiceCollection services, Action<HttpTransportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new HttpTransportOptions();
        configure?.Invoke(options);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ServiceTransport, HttpTransport>(
            provider => new(options, provider.GetService<IServiceDiscoveryHttpMessageHandlerFactory>())));
        return services;
    }
}
