using Pipeline.CompilerServices;
using Pipeline.Hosting;

namespace Pipeline;

/// <summary>Sets the options of a pipeline's services in code.</summary>
public static class PipelineBuilderExtensions
{
    /// <summary>Sets options of a service: over what its attributes declare, and below what configuration says.</summary>
    /// <typeparam name="TService">The service.</typeparam>
    /// <param name="builder">The pipeline.</param>
    /// <param name="configure">Sets the options. Of several calls for one service, the last one to set an option counts.</param>
    /// <returns>The same builder.</returns>
    /// <example>
    /// <code>
    /// services.AddPipeline&lt;Ensemble&gt;().Service&lt;ModelA&gt;(model =&gt;
    /// {
    ///     model.Timeout = TimeSpan.FromSeconds(2);
    ///     model.Concurrency = 4;
    ///     model.Retry(retry =&gt; retry.MaxRetryAttempts = 2);
    /// });
    /// </code>
    /// </example>
    public static IPipelineBuilder Service<TService>(this IPipelineBuilder builder, Action<ServiceSettings> configure)
        where TService : IService
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        configure(new ServiceSettings(PipelineRegistration.In(builder.Services).Settings, TService.Definition));
        return builder;
    }

    /// <summary>
    /// Sets how long running calls may take to end when the pipeline shuts down, <c>Pipeline:DrainTimeout</c>;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for not waiting at all.
    /// </summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="timeout">The time.</param>
    /// <returns>The same builder.</returns>
    public static IPipelineBuilder DrainTimeout(this IPipelineBuilder builder, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(builder);
        new SettingsSection(PipelineRegistration.In(builder.Services).Settings, PipelineKeys.Section)
            .SetTime(PipelineKeys.DrainTimeout, timeout);
        return builder;
    }
}
