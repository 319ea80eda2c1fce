using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Calls;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Hosting;

/// <summary>The proxies of a container's services, wherever these run.</summary>
internal sealed class ServiceProxies(IServiceProvider provider)
{
    private readonly Lazy<CheckedGraph> _checked = new(provider.GetRequiredService<CheckedGraph>);
    private readonly Lazy<LocalServices> _local = new(provider.GetRequiredService<LocalServices>);
    private readonly PipelineRegistration _registration = provider.GetRequiredService<PipelineRegistration>();
    private readonly ReplacedProxies _replaced = provider.GetRequiredService<ReplacedProxies>();

    // One for all callers of a service: they share its circuit breakers.
    private readonly ConcurrentDictionary<(Type Service, string Url), ServiceCalls> _remoteCalls = new();
    private readonly ConcurrentBag<ServiceCalls> _decoratedCalls = [];

    /// <summary>What all callers of a service share.</summary>
    public static ServiceCalls CreateCalls(
        IServiceProvider provider, ServiceDefinition service, ServiceOptions options, CallTarget target, CallStage? admission,
        ActivityKind kind = ActivityKind.Internal, Uri? address = null)
    {
        var filters = provider.GetServices<CallFilterRegistration>();
        var calls = new ServiceCalls(
            service,
            options,
            target,
            admission,
            api => CallFilterRegistration.Of(filters, service, api, provider),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            CallLog.In(provider),
            kind,
            address);
        provider.GetRequiredService<ServiceGauges>().Add(calls);
        provider.GetRequiredService<ServiceCircuits>().Add(() => calls.Circuits);
        return calls;
    }

    /// <summary>Lets changed options hold for calls of services that run elsewhere, and callers' times for those of decorators.</summary>
    public void Apply()
    {
        foreach (var calls in _remoteCalls.Values)
            calls.Apply(_checked.Value.Policies.Of(calls.Service));
        foreach (var calls in _decoratedCalls)
            calls.Apply(calls.Options);
    }

    /// <summary>The proxy for everybody who asks the container.</summary>
    /// <exception cref="InvalidOperationException">
    /// The service runs elsewhere, and where is known only of those that depend on it.
    /// </exception>
    public ServiceProxy ForContainer(ServiceDefinition service)
    {
        _replaced.NoteRequest(service);

        if (!_replaced.IsAsking && _registration.SourceOf(service) is not ProxySource.Replaced)
            return Counted(service);

        // Whether the graph can run is not known as long as decorators are created to find out what they decorate.
        var counted = new Lazy<ServiceProxy>(() => Counted(service));
        return service.Activation.CreateChannelProxy(new ProxyChannel(() => counted.Value));
    }

    /// <summary>The proxy for a service that depends on another.</summary>
    public ServiceProxy ForDependency(ServiceDefinition dependent, string name)
    {
        var dependency = dependent.Dependencies.First(to => to.Name == name);
        var source = _registration.SourceOf(dependency.Service);
        var isDecorated = source is ProxySource.Replaced && _replaced.IsDecorator(dependency.Service);

        // A fake that stands in for the service takes what time it likes, wherever the service would run.
        if (source is not ProxySource.Pipeline && !isDecorated)
            return (ServiceProxy)provider.GetRequiredService(dependency.Service.ProxyType);

        var policies = _checked.Value.Policies;
        TimeSpan? Budget() => policies.Of(dependent).DependencyTimeouts.TryGetValue(name, out var time) ? time : null;
        if (_checked.Value.Remote.UrlOf(dependency) is { } url)
            return Remote(dependency.Service, url, Budget);

        return isDecorated ? Decorated(dependency.Service, Budget) : Local(dependency.Service).CreateProxy(Budget);
    }

    private ServiceProxy Counted(ServiceDefinition service)
    {
        var entry = provider.GetRequiredService<DrainGate>().Calls is { } calls ? new EntryStage(calls) : null;
        return _checked.Value.Remote.UrlOf(service) is { } url
            ? Remote(service, url, Unlimited, entry)
            : Local(service).CreateProxy(Unlimited, entry);
    }

    private static TimeSpan? Unlimited() => null;

    // The time is the caller's: what the decorator does counts too.
    private ServiceProxy Decorated(ServiceDefinition service, Func<TimeSpan?> budget)
    {
        var decorator = (ServiceProxy)provider.GetRequiredService(service.ProxyType);
        var options = new ServiceOptions { Apis = [.. service.Apis.Select(static _ => new ApiOptions())] };
        var calls = CreateCalls(provider, service, options, new ChannelTarget(new ProxyChannel(() => decorator)), admission: null);
        _decoratedCalls.Add(calls);
        var timed = service.Activation.CreateChannelProxy(calls.CreatePath(budget));
        return service.Activation.CreateChannelProxy(new ProxyChannel(() => budget() is null ? decorator : timed));
    }

    private LocalService Local(ServiceDefinition service) => _local.Value.Find(service) ?? throw new InvalidOperationException(
        $"{service} does not run here: configure Pipeline:Services:{service}:Url to reach it, or make it a root to run it in this "
        + "process.");

    private ServiceProxy Remote(ServiceDefinition service, string url, Func<TimeSpan?> budget, CallStage? entry = null)
    {
        var graph = _checked.Value;
        var calls = _remoteCalls.GetOrAdd(
            (service.ServiceType, url),
            _ =>
            {
                var target = new ChannelTarget(graph.Remote.Channel(service, url));
                return CreateCalls(
                    provider, service, graph.Policies.Of(service), target, admission: null, ActivityKind.Client,
                    ServiceAddresses.Single(url));
            });
        return service.Activation.CreateChannelProxy(calls.CreatePath(budget, entry));
    }
}
