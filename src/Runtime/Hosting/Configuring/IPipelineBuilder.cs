using Microsoft.Extensions.DependencyInjection;

namespace Pipeline;

/// <summary>
/// A pipeline that is being put together, in a host or embedded. Packages hang their extensions on it;
/// <see cref="PipelineBuilderExtensions.Service{TService}"/> sets a service's options in code.
/// </summary>
/// <remarks>What an attribute declares is overridden by code, and code by configuration.</remarks>
public interface IPipelineBuilder
{
    /// <summary>The container's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>The service that was added, with the graph below it.</summary>
    ServiceDefinition Root { get; }
}
