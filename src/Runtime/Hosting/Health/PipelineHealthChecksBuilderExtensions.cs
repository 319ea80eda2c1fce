using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds pipelines to an application's health checks.</summary>
[CLSCompliant(false)] // Neither are the health checks it extends.
public static class PipelineHealthChecksBuilderExtensions
{
    /// <summary>Reports whether the pipeline is ready for calls, as <see cref="PipelineHealthCheck"/> says.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the report.</param>
    /// <param name="failureStatus">What stands for unhealthy; null for just that.</param>
    /// <param name="tags">The tags of the report; null for "ready".</param>
    /// <param name="timeout">How long a report waits for services that do not answer; null for 5 seconds.</param>
    /// <returns>The same health checks.</returns>
    public static IHealthChecksBuilder AddPipeline(
        this IHealthChecksBuilder builder,
        string name = "pipeline",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new(
            name,
            static provider => provider.GetRequiredService<PipelineHealthCheck>(),
            failureStatus,
            tags ?? ["ready"],
            timeout ?? TimeSpan.FromSeconds(5)));
    }
}
