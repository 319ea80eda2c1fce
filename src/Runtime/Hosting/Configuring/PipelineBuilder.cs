using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Hosting;

/// <inheritdoc cref="IPipelineBuilder"/>
internal sealed class PipelineBuilder(IServiceCollection services, ServiceDefinition root) : IPipelineBuilder
{
    public IServiceCollection Services { get; } = services;

    public ServiceDefinition Root { get; } = root;
}
