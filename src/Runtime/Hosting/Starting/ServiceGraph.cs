namespace Pipeline.Hosting;

/// <summary>The services one process runs: everything the roots depend on, each once.</summary>
internal sealed class ServiceGraph
{
    private readonly List<ServiceDefinition> _services = [];
    private readonly List<string> _cycles = [];
    private readonly HashSet<Type> _seen = [];
    private readonly List<ServiceDefinition> _path = [];
    private readonly Predicate<ServiceDefinition> _isElsewhere;

    /// <param name="roots">Where the walk begins.</param>
    /// <param name="isElsewhere">Whether another implementation stands in for a service: neither it nor what it needs runs here.</param>
    public ServiceGraph(IEnumerable<ServiceDefinition> roots, Predicate<ServiceDefinition> isElsewhere)
    {
        _isElsewhere = isElsewhere;
        foreach (var root in roots)
            Visit(root);
    }

    /// <summary>The services, dependencies first.</summary>
    public IReadOnlyList<ServiceDefinition> Services => _services;

    /// <summary>The cycles of services that depend on each other: <c>A → B → A</c>.</summary>
    public IReadOnlyList<string> Cycles => _cycles;

    private void Visit(ServiceDefinition service)
    {
        if (_isElsewhere(service))
            return;

        if (!_seen.Add(service.ServiceType))
        {
            var start = _path.FindIndex(ancestor => ancestor.ServiceType == service.ServiceType);
            if (start >= 0)
                _cycles.Add(string.Join(" → ", _path.Skip(start).Append(service)));
            return;
        }

        _path.Add(service);
        foreach (var dependency in service.Dependencies.Where(static dependency => dependency.Url is null))
            Visit(dependency.Service);
        _path.RemoveAt(_path.Count - 1);
        _services.Add(service);
    }
}
