using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline;

/// <summary>What an embedded pipeline is made from besides its services: everything they ask the container for.</summary>
public sealed class PipelineAppBuilder : IPipelineBuilder
{
    internal PipelineAppBuilder(ServiceDefinition root)
    {
        Root = root;
        ILoggingBuilder? logging = null;
        Services.AddLogging(builder => logging = builder);
        Logging = logging!;
    }

    /// <summary>The container's services. Constructor parameters of the pipeline's services come from here.</summary>
    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>The service the pipeline is started for, with the graph below it.</summary>
    public ServiceDefinition Root { get; }

    /// <summary>
    /// The configuration, which overrides what services declare under <c>Pipeline:Services:&lt;Name&gt;</c> and which services
    /// may ask for as <see cref="IConfiguration"/>. Default: empty, nothing read from files or the environment.
    /// </summary>
    public IConfiguration Configuration { get; set; } = new ConfigurationManager();

    /// <summary>Where logs go. Default: nowhere.</summary>
    public ILoggingBuilder Logging { get; }
}
