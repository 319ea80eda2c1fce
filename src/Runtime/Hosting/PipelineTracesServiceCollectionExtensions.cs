using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Pipeline.Calls;
using Pipeline.Hosting;
using Pipeline.Traces;

namespace Pipeline;

/// <summary>Records the requests of a pipeline.</summary>
public static class PipelineTracesServiceCollectionExtensions
{
    /// <summary>
    /// Keeps the last requests and a sample of those of each API, to be read from <see cref="PipelineTraces"/>. While it is there, calls
    /// are watched, which costs about a microsecond each. Which call needs which is read from <c>pipeline.dependences.json</c> beside the
    /// application, where <c>pipeline graph --dependences</c> has written it and nothing else is configured.
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
            options.Dependences ??= DefaultDependences(provider);
            var names = provider.GetRequiredService<PipelineRegistration>().Roots
                .SelectMany(static root => root.DescendantsAndSelf()).Select(static service => service.Name).ToHashSet();
            return new PipelineTraces(
                options,
                provider.GetService<TimeProvider>() ?? TimeProvider.System,
                names.Contains,
                provider.GetRequiredService<ServiceGauges>().Limits)
            {
                ProfileFailed = ProfileFailed(PipelineLog.In(provider), options),
            };
        });
        return services;
    }

    private static Action<Exception> ProfileFailed(ILogger log, PipelineTracesOptions options) =>
        exception => PipelineLog.ProfileNotWritten(log, exception, options.ProfileFile!);

    /// <summary>
    /// What the build has put beside the application; paths come from times alone where there is nothing, or something else.
    /// </summary>
    private static CallDependences? DefaultDependences(IServiceProvider provider)
    {
        var file = Path.Combine(AppContext.BaseDirectory, CallDependences.DefaultFile);
        if (!File.Exists(file))
            return null;

        try
        {
            return CallDependences.ReadFile(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            PipelineLog.DependencesIgnored(PipelineLog.In(provider), exception, file);
            return null;
        }
    }
}
