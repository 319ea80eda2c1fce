using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Calls;
using Pipeline.Generated;

namespace Pipeline.Hosting;

/// <summary>Finds, before anything is created, everything that keeps the services of a container from being put together.</summary>
internal sealed class StartupCheck
{
    private const string NotSupported = "this version runs all services in one process; remove the URL.";

    private readonly PipelineRegistration _registration;
    private readonly IConfiguration? _configuration;
    private readonly IServiceProviderIsService? _container;
    private readonly ServiceGraph _graph;
    private readonly List<string> _optionProblems = [];

    private StartupCheck(IServiceProvider provider)
    {
        _registration = provider.GetRequiredService<PipelineRegistration>();
        _configuration = ServiceConfiguration.In(provider);
        _container = provider.GetService<IServiceProviderIsService>();
        _graph = new ServiceGraph(_registration.Roots, _registration.IsProvided);
    }

    /// <summary>The graph, if it can run, and how its services are called.</summary>
    /// <exception cref="PipelineStartupException">It cannot; the exception names every reason.</exception>
    public static (ServiceGraph Graph, CallPolicies Policies) Run(IServiceProvider provider)
    {
        var check = new StartupCheck(provider);
        var options = check.ReadOptions();
        string[] problems =
        [
            .. check.Cycles(), .. check.NameClashes(), .. check.RemoteServices(), .. check.MissingServices(), .. check._optionProblems,
        ];
        return problems is [] ? (check._graph, new(check._graph, options)) : throw new PipelineStartupException(problems);
    }

    private Dictionary<Type, ServiceOptions> ReadOptions() => _graph.Services.ToDictionary(
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

    private IEnumerable<string> RemoteServices()
    {
        foreach (var service in _graph.Services)
        {
            foreach (var dependency in service.Dependencies.Where(IsOutOfReach))
                yield return $"{service} calls {dependency} at {dependency.Url}: {NotSupported}";

            if (ServiceConfiguration.Of(service, _configuration)?["Url"] is { } url)
                yield return $"{service} is configured to run at {url}: {NotSupported}";
        }
    }

    private bool IsOutOfReach(DependencyDefinition dependency) =>
        dependency.Url is not null && !_registration.IsProvided(dependency.Service);

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
