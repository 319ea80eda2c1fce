using Pipeline.Calls;

namespace Pipeline.Hosting;

/// <summary>The options of every service of a graph, and which of the services can be called bare.</summary>
internal sealed class CallPolicies
{
    private readonly Dictionary<Type, ServiceOptions> _options;
    private readonly HashSet<Type> _wrapped = [];

    /// <param name="graph">The services that run here.</param>
    /// <param name="options">The options of those, and of those that run elsewhere.</param>
    /// <param name="takesCalls">Whether calls of other processes come in, with deadlines of their own.</param>
    /// <param name="isFiltered">Whether a filter runs around any call of a service.</param>
    public CallPolicies(ServiceGraph graph, Dictionary<Type, ServiceOptions> options, bool takesCalls, Predicate<ServiceDefinition> isFiltered)
    {
        _options = options;
        foreach (var service in graph.Services)
        {
            var own = Of(service);
            if (takesCalls || own.AreAny || isFiltered(service))
                _wrapped.Add(service.ServiceType);
            if (own.HasDeadline)
                WrapAllBelow(service);
            foreach (var dependency in service.Dependencies.Where(dependency => own.DependencyTimeouts.ContainsKey(dependency.Name)))
                WrapAllBelow(dependency.Service);
        }
    }

    public ServiceOptions Of(ServiceDefinition service) => _options[service.ServiceType];

    /// <summary>Whether calls of the service go through a channel: for what it asks for itself, or to hand a deadline on.</summary>
    public bool AreWrapped(ServiceDefinition service) => _wrapped.Contains(service.ServiceType);

    private void WrapAllBelow(ServiceDefinition service)
    {
        foreach (var below in service.DescendantsAndSelf())
            _wrapped.Add(below.ServiceType);
    }
}
