using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Pipeline;
using Pipeline.CompilerServices;
using Pipeline.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds pipelines to an application that has a host.</summary>
public static class PipelineServiceCollectionExtensions
{
    /// <summary>
    /// Runs a service and everything it depends on in this host, and makes the proxy of each injectable. The pipeline starts
    /// before any <see cref="IHostedService"/> does and stops after all have stopped, so that they may call proxies.
    /// </summary>
    /// <remarks>
    /// <para>Roots added to one host become one graph: a service that two of them depend on is one instance. Adding a root a
    /// second time does nothing. A proxy that the application registers itself, a fake for instance, stands in for the
    /// service, which is then not created.</para>
    /// <para>Resolving a proxy creates nothing else; the host's start creates the services and runs their start-up hooks. A proxy that
    /// is called before, or in a container that no host starts, refuses the call with a
    /// <see cref="Pipeline.ServiceUnavailableException"/>.</para>
    /// <para><c>services.AddHealthChecks().AddPipeline()</c> reports whether the pipeline is ready.</para>
    /// </remarks>
    /// <typeparam name="TRoot">The service.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">
    /// Overrides what services declare, under <c>Pipeline:Services:&lt;Name&gt;</c>. Default: the host's configuration. Where
    /// several roots bring one, the last counts for all.
    /// </param>
    /// <returns>The pipeline, on which options are set in code.</returns>
    public static IPipelineBuilder AddPipeline<TRoot>(this IServiceCollection services, IConfiguration? configuration = null)
        where TRoot : IService
    {
        ArgumentNullException.ThrowIfNull(services);
        var registration = PipelineRegistration.In(services);
        registration.Configuration = configuration ?? registration.Configuration;
        registration.Add(TRoot.Definition);
        return new PipelineBuilder(services, TRoot.Definition);
    }
}
