using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Calls;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Hosting;

/// <summary>Finds, before any service is created, everything that keeps the services of a container from being put together.</summary>
#pragma warning disable CA1001 // What it has found goes to the checked graph, which disposes of it.
internal sealed class StartupCheck
#pragma warning restore CA1001
{
    private readonly PipelineRegistration _registration;
    private readonly ReplacedProxies _replaced;
    private readonly IServiceProviderIsService? _container;
    private readonly CallFilterRegistration[] _filters;
    private readonly RemoteServices _remote;
    private readonly OptionReader _reader;
    private readonly ServiceGraph _graph;
    private readonly List<string> _optionProblems = [];

    private StartupCheck(IServiceProvider provider)
    {
        _registration = provider.GetRequiredService<PipelineRegistration>();
        _replaced = provider.GetRequiredService<ReplacedProxies>();
        _filters = [.. provider.GetServices<CallFilterRegistration>()];
        _container = provider.GetService<IServiceProviderIsService>();
        var configuration = provider.GetRequiredService<PipelineConfiguration>().Current;
        _reader = new(configuration, _optionProblems);
        _remote = new RemoteServices(
            provider.GetServices<ServiceTransport>(), configuration, provider.GetService<TimeProvider>() ?? TimeProvider.System);
        _graph = new ServiceGraph(_registration.Roots, service => _remote.UrlOf(service) is not null || IsStoodInFor(service));
    }

    /// <summary>The graph, if it can run, and how its services are called.</summary>
    /// <exception cref="PipelineStartupException">It cannot; the exception names every reason.</exception>
    public static CheckedGraph Run(IServiceProvider provider)
    {
        var check = new StartupCheck(provider);
        var logger = PipelineLog.In(provider);
        check._reader.CheckKeys();
        var options = check._reader.Read(check._graph, check._registration.Roots);
        var setting = check._reader.DrainSetting();
        check.CheckServiceNames(logger);
        string[] problems =
        [
            .. check.Cycles(), .. check.NameClashes(), .. check.RemoteServices(), .. check.MissingServices(), .. check._optionProblems,
        ];
        if (problems is not [])
            throw new PipelineStartupException(problems);

        check._reader.Notes.ForEach(note => PipelineLog.OptionLeftOut(logger, note));
        check.WarnOfOtherObjects(logger);
        var policies = new CallPolicies(check._graph, check.TakesCalls, check.IsFiltered);
        policies.Use(options);
        return new(check._graph, check._remote, policies, Plan(provider, setting, logger));
    }

    private static DrainPlan? Plan(IServiceProvider provider, DrainSetting setting, ILogger logger)
    {
        var shutdownTime = HostShutdown.TimeOf(provider);
        var plan = DrainPlan.Of(setting, shutdownTime);
        if (plan is { IsCut: true })
            PipelineLog.DrainTimeoutIsCut(logger, setting.Time!.Value, shutdownTime!.Value, plan.Patience);
        return plan;
    }

    private bool TakesCalls => _container?.IsService(typeof(IncomingCalls)) is true;

    private bool IsFiltered(ServiceDefinition service) => _filters.Any(filter => filter.IsFor(service));

    private bool IsStoodInFor(ServiceDefinition service) => _registration.SourceOf(service) switch
    {
        ProxySource.Pipeline => false,
        ProxySource.Application => true,
        _ => !_replaced.IsDecorator(service),
    };

    // Not an error by itself: several processes may share one file, and each runs its part.
    private void CheckServiceNames(ILogger logger)
    {
        var services = _registration.Roots.SelectMany(static root => root.DescendantsAndSelf());
        var unknown = _reader.UnknownServices([.. services.Select(static service => service.Name).Distinct()]).ToArray();
        if (_reader.IsStrict())
        {
            _optionProblems.AddRange(unknown);
            return;
        }

        foreach (var problem in unknown)
            PipelineLog.UnknownService(logger, problem);
    }

    // The container's object of that class is never the pipeline's, however much it looks like it.
    private void WarnOfOtherObjects(ILogger logger)
    {
        foreach (var service in _graph.Services.Where(service => _registration.IsRegistered(service.ServiceType)))
        {
            var type = TypeName.Of(service.ServiceType);
            if (service.Activation.Requirements.Any(static requirement => requirement.Type.FullName is "System.Net.Http.HttpClient"))
                PipelineLog.TypedClientNotUsed(logger, service, type);
            else
                PipelineLog.RegisteredTwice(logger, type, service, TypeName.Of(service.ProxyType));
        }
    }

    private IEnumerable<string> Cycles() =>
        _graph.Cycles.Select(static path => $"Services depend on each other in a cycle: {path}.");

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
        let url = _remote.UrlOf(root)
        where url is not null && !IsStoodInFor(root)
        select ($"{root} is configured to run", root, url);

    private IEnumerable<(string What, ServiceDefinition Service, string Url)> DependenciesElsewhere() =>
        from service in _graph.Services
        from dependency in service.Dependencies
        let url = _remote.UrlOf(dependency)
        where url is not null && !IsStoodInFor(dependency.Service)
        select ($"{service} calls {dependency}", dependency.Service, url);

    private IEnumerable<string> MissingServices() =>
        from service in _graph.Services
        from requirement in service.Activation.Requirements
        let advice = IsMissing(requirement) ? RequirementAdvice.Missing(requirement)
            : !requirement.IsScoped && _registration.IsScoped(requirement) ? RequirementAdvice.Scoped
            : null
        where advice is not null
        select $"{service} needs {TypeName.Of(requirement.Type)} {requirement.Name}: {advice}";

    private bool IsMissing(ServiceRequirement requirement) =>
        !requirement.IsOptional && _container is not null && !(requirement.Key is null
            ? _container.IsService(requirement.Type)
            : _container is IServiceProviderIsKeyedService keyed && keyed.IsKeyedService(requirement.Type, requirement.Key));
}
