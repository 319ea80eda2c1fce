using Pipeline.Calls;

namespace Pipeline.Hosting;

/// <summary>The options of every service of a graph, and which of the services can be called bare. They may change. Thread-safe.</summary>
/// <param name="graph">The services that run here.</param>
/// <param name="takesCalls">Whether calls of other processes come in, with deadlines of their own.</param>
/// <param name="isFiltered">Whether a filter runs around any call of a service.</param>
internal sealed class CallPolicies(ServiceGraph graph, bool takesCalls, Predicate<ServiceDefinition> isFiltered)
{
    private volatile Snapshot _current = new([], []);

    public ServiceOptions Of(ServiceDefinition service) => _current.Options[service.ServiceType];

    /// <summary>Whether something is asked for calls of the service: by itself, or by a caller whose deadline it is to keep.</summary>
    public bool AreWrapped(ServiceDefinition service) => _current.Wrapped.Contains(service.ServiceType);

    /// <summary>Lets these options hold, those of services that run elsewhere included.</summary>
    public void Use(Dictionary<Type, ServiceOptions> options)
    {
        var wrapped = new HashSet<Type>();
        foreach (var service in graph.Services)
        {
            var own = options[service.ServiceType];
            if (takesCalls || own.AreAny || isFiltered(service))
                wrapped.Add(service.ServiceType);
            if (own.HasDeadline)
                WrapAllBelow(service);
            foreach (var dependency in service.Dependencies.Where(dependency => own.DependencyTimeouts.ContainsKey(dependency.Name)))
                WrapAllBelow(dependency.Service);
        }

        _current = new(options, wrapped);

        void WrapAllBelow(ServiceDefinition service) =>
            wrapped.UnionWith(service.DescendantsAndSelf().Select(static below => below.ServiceType));
    }

    private sealed record Snapshot(Dictionary<Type, ServiceOptions> Options, HashSet<Type> Wrapped);
}
