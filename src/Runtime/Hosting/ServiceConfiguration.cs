using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Hosting;

/// <summary>Where configuration overrides what services declare.</summary>
internal static class ServiceConfiguration
{
    /// <summary>The configuration given to the pipeline, otherwise the container's own, if any.</summary>
    public static IConfiguration? In(IServiceProvider provider) =>
        provider.GetRequiredService<PipelineRegistration>().Configuration ?? provider.GetService<IConfiguration>();

    /// <summary>The section of one service: <c>Pipeline:Services:&lt;Name&gt;</c>.</summary>
    public static IConfigurationSection? Of(ServiceDefinition service, IConfiguration? configuration) =>
        configuration?.GetSection($"Pipeline:Services:{service.Name}");
}
