using Microsoft.Extensions.DependencyInjection;
using Pipeline.Hosting;

namespace Pipeline;

/// <summary>
/// What a container's pipeline consists of, embedded and hosted alike: for those who serve it, describe it or watch it. Asking creates
/// and starts nothing. Thread-safe.
/// </summary>
public sealed class PipelineServices
{
    private readonly PipelineRegistration _registration;
    private readonly PipelineReadiness _readiness;
    private readonly Lazy<IReadOnlyList<ServiceDefinition>> _runningHere;

    internal PipelineServices(IServiceProvider provider)
    {
        _registration = provider.GetRequiredService<PipelineRegistration>();
        _readiness = provider.GetRequiredService<PipelineReadiness>();
        _runningHere = new(() => provider.GetRequiredService<CheckedGraph>().Graph.Services);
    }

    /// <summary>The services that were added to the container, in that order. What lies below them is private to them.</summary>
    public IReadOnlyList<ServiceDefinition> Roots => _registration.Roots;

    /// <summary>
    /// The services that run in this process, dependencies first: everything the roots need, without what runs at a URL and without
    /// what another proxy in the container stands in for.
    /// </summary>
    /// <exception cref="PipelineStartupException">The pipeline cannot start; the exception names every reason.</exception>
    public IReadOnlyList<ServiceDefinition> RunningHere => _runningHere.Value;

    /// <summary>The roots that run in this process: what is served to others unless they are told otherwise.</summary>
    /// <inheritdoc cref="RunningHere" path="/exception"/>
    public IReadOnlyList<ServiceDefinition> RootsRunningHere =>
        [.. Roots.Where(root => RunningHere.Any(service => service.ServiceType == root.ServiceType))];

    /// <summary>
    /// Whether the pipeline has started and is not shutting down. <see cref="PipelineHealthCheck"/> asks the services as well.
    /// </summary>
    public bool IsReady => _readiness.Current.Obstacle is null;

    /// <summary>Why the pipeline is not ready, as "has not started" or "is shutting down"; null when it is.</summary>
    public string? NotReadyReason => _readiness.Current.Obstacle;
}
