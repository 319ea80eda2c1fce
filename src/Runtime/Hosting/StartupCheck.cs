using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Calls;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Hosting;

/// <summary>Finds, before anything is created, everything that keeps the services of a container from being put together.</summary>
internal sealed class StartupCheck
{
    private readonly PipelineRegistration _registration;
    private readonly IConfiguration? _configuration;
    private readonly IServiceProviderIsService? _container;
    private readonly RemoteServices _remote;
    private readonly ServiceGraph _graph;
    private readonly List<string> _optionProblems = [];

    private StartupCheck(IServiceProvider provider)
    {
        _registration = provider.GetRequiredService<PipelineRegistration>();
        _configuration = ServiceConfiguration.In(provider);
        _container = provider.GetService<IServiceProviderIsService>();
        _remote = new RemoteServices(provider.GetServices<ServiceTransport>(), _configuration);
        _graph = new ServiceGraph(_registration.Roots, service => _registration.IsProvided(service) || _remote.UrlOf(service) is not null);
    }

    /// <summary>The graph, if it can run, and how its services are called.</summary>
    /// <exception cref="PipelineStartupException">It cannot; the exception names every reason.</exception>
    public static CheckedGraph Run(IServiceProvider provider)
    {
        var check = new StartupCheck(provider);
        var options = check.ReadOptions();
        var drainTimeout = check.ReadDrainTimeout();
        string[] problems =
        [
            .. check.Cycles(), .. check.NameClashes(), .. check.RemoteServices(), .. check.MissingServices(), .. check._optionProblems,
        ];
        check.WarnOfUnknownServices(PipelineLog.In(provider));
        return problems is []
            ? new(check._graph, new(check._graph, options, check.TakesCalls), check._remote, drainTimeout)
            : throw new PipelineStartupException(problems);
    }

    // Not an error: several processes may share one file, and each runs its part.
    private void WarnOfUnknownServices(ILogger logger)
    {
        var services = _registration.Roots.SelectMany(static root => root.DescendantsAndSelf());
        var known = services.Select(static service => service.Name).Distinct().ToArray();
        foreach (var service in _configuration?.GetSection("Pipeline:Services").GetChildren() ?? [])
        {
            if (!known.Contains(service.Key, StringComparer.OrdinalIgnoreCase))
                PipelineLog.UnknownService(logger, service.Path, string.Join(", ", known));
        }
    }

    private TimeSpan? ReadDrainTimeout()
    {
        var section = new OptionsSection(_configuration?.GetSection("Pipeline"), _optionProblems);
        section.CheckKeys("Services", nameof(CheckedGraph.DrainTimeout));
        return section.Time(nameof(CheckedGraph.DrainTimeout), TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1));
    }

    private bool TakesCalls => _container?.IsService(typeof(IncomingCalls)) is true;

    // Those that run elsewhere have options here too: how they are called.
    private Dictionary<Type, ServiceOptions> ReadOptions() => _graph.Services
        .Concat(_registration.Roots)
        .Concat(_graph.Services.SelectMany(static service => service.Dependencies).Select(static dependency => dependency.Service))
        .DistinctBy(static service => service.ServiceType)
        .ToDictionary(
            static service => service.ServiceType,
            service => new ServiceOptionsReader(service, _configuration, _optionProblems).Read());

    private IEnumerable<string> Cycles() =>
        _graph.Cycles.Select(static path => $"Services depend on each other in a circle: {path}.");

    private IEnumerable<string> NameClashes() =>
        from service in _graph.Services
        group service by service.Name into namesakes
        where namesakes.Count() > 1
        let types = string.Join(" and ", namesakes.Select(static service => service.ServiceType.FullName))
        select $"{namesakes.Key} is the name of {types}: give each its own, e.g. [Service(Name = \"...\")].";

    private IEnumerable<string> RemoteServices() =>
        from reached in RootsElsewhere().Concat(DependenciesElsewhere())
        let problem = _remote.TryConnect(reached.Service, reached.Url)
        where problem is not null
        select $"{reached.What} at {reached.Url}: {problem}";

    private IEnumerable<(string What, ServiceDefinition Service, string Url)> RootsElsewhere() =>
        from root in _registration.Roots
        let url = _registration.IsProvided(root) ? null : _remote.UrlOf(root)
        where url is not null
        select ($"{root} is configured to run", root, url);

    private IEnumerable<(string What, ServiceDefinition Service, string Url)> DependenciesElsewhere() =>
        from service in _graph.Services
        from dependency in service.Dependencies
        let url = _registration.IsProvided(dependency.Service) ? null : _remote.UrlOf(dependency)
        where url is not null
        select ($"{service} calls {dependency}", dependency.Service, url);

    private IEnumerable<string> MissingServices() =>
        from service in _graph.Services
        from requirement in service.Activation.Requirements
        let advice = IsMissing(requirement) ? RequirementAdvice.Missing(requirement)
            : _registration.IsScoped(requirement) ? RequirementAdvice.Scoped
            : null
        where advice is not null
        select $"{service} needs {TypeName.Of(requirement.Type)} {requirement.Name}: {advice}";

    private bool IsMissing(ServiceRequirement requirement) =>
        !requirement.IsOptional && _container is not null && !(requirement.Key is null
            ? _container.IsService(requirement.Type)
            : _container is IServiceProviderIsKeyedService keyed && keyed.IsKeyedService(requirement.Type, requirement.Key));
}
