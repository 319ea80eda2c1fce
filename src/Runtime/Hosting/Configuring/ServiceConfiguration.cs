using Microsoft.Extensions.Configuration;

namespace Pipeline.Hosting;

/// <summary>Where configuration overrides what services declare.</summary>
internal static class ServiceConfiguration
{
    /// <summary>The section of one service: <c>Pipeline:Services:&lt;Name&gt;</c>.</summary>
    public static IConfigurationSection? Of(ServiceDefinition service, IConfiguration? configuration) =>
        configuration?.GetSection($"{PipelineKeys.Section}:{PipelineKeys.Services}:{service.Name}");
}
