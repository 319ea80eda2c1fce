using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Hosting;
using Pipeline.Traces;

namespace Pipeline;

/// <summary>Records the requests of a pipeline.</summary>
public static class PipelineTracesServiceCollectionExtensions
{
    /// <summary>
    /// Keeps the last requests and a sample of those of each API, to be read from <see cref="PipelineTraces"/>. While it is there, calls
    /// are watched, which costs about a microsecond each.
    /// </summary>
    /// <param name="services">The container of the pipeline.</param>
    /// <param name="configure">Sets how much is kept.</param>
    /// <returns>The same container.</returns>
    public static IServiceCollection AddPipelineTraces(this IServiceCollection services, Action<PipelineTracesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider =>
        {
            var options = new PipelineTracesOptions();
            configure?.Invoke(options);
            var names = provider.GetRequiredService<PipelineRegistration>().Roots
                .SelectMany(static root => root.DescendantsAndSelf()).Select(static service => service.Name).ToHashSet();
            return new PipelineTraces(options, provider.GetService<TimeProvider>() ?? TimeProvider.System, names.Contains);
        });
        return services;
    }
}
