using Microsoft.Extensions.Configuration;
using Pipeline.Hosting;

namespace Pipeline.Calls;

/// <summary>Reads what configuration says of one service over what the service declares; notes what cannot be meant.</summary>
internal sealed class ServiceOptionsReader(ServiceDefinition service, IConfiguration? configuration, List<string> problems)
{
    private const string Apis = "Apis";
    private const string Dependencies = "Dependencies";
    private const string Timeout = "Timeout";
    private const string StartupTimeout = nameof(ServiceOptions.StartupTimeout);
    private const string ShutdownTimeout = nameof(ServiceOptions.ShutdownTimeout);
    private const string Resilience = "Resilience";

    private readonly OptionsSection _section = new(ServiceConfiguration.Of(service, configuration), problems);

    public ServiceOptions Read()
    {
        _section.CheckKeys(
            "Instances", "Concurrency", "QueueLimit", Timeout, StartupTimeout, ShutdownTimeout, "Url", Resilience, Apis, Dependencies);
        _section.Below(Apis).CheckKeys(service.Apis.Select(static api => api.Name));
        _section.Below(Dependencies).CheckKeys(service.Dependencies.Select(static dependency => dependency.Name));
        var own = _section.Time(Timeout) ?? service.Timeout;
        var resilience = _section.Find(Resilience) is { } section ? new ResilienceReader(section).Read() : null;
        var instances = _section.Number(nameof(ServiceOptions.Instances), atLeast: 1) ?? service.Instances ?? 1;
        var concurrency = _section.Number(nameof(ServiceOptions.Concurrency), atLeast: 1) ?? service.Concurrency;
        if ((long)instances * concurrency > int.MaxValue)
        {
            problems.Add(
                $"{service} has {instances} instances with {concurrency} calls each: that is more than can be counted; "
                + "leave Concurrency out for no limit.");
        }

        return new()
        {
            Instances = instances,
            Concurrency = concurrency,
            QueueLimit = _section.Number(nameof(ServiceOptions.QueueLimit), atLeast: 0) ?? service.QueueLimit,
            Apis = [.. service.Apis.Select(api => Read(api, own, resilience))],
            DependencyTimeouts = service.Dependencies
                .Select(to => (to.Name, Time: Read(to)))
                .Where(static to => to.Time is not null)
                .ToDictionary(static to => to.Name, static to => to.Time!.Value),
            StartupTimeout = _section.Time(StartupTimeout),
            ShutdownTimeout = _section.Time(ShutdownTimeout),
        };
    }

    private ApiOptions Read(ApiDefinition api, TimeSpan? own, ResilienceOptions? inherited)
    {
        var section = _section.Below(Apis).Below(api.Name);
        section.CheckKeys(Timeout, Resilience);
        return new(section.Time(Timeout) ?? api.Timeout ?? own, ResilienceOf(api, section, inherited));
    }

    private TimeSpan? Read(DependencyDefinition dependency)
    {
        var section = _section.Below(Dependencies).Below(dependency.Name);
        section.CheckKeys(Timeout);
        return section.Time(Timeout) ?? dependency.Timeout;
    }

    private ResilienceOptions? ResilienceOf(ApiDefinition api, OptionsSection section, ResilienceOptions? inherited)
    {
        var isStream = api.Kind is ApiKind.SyncStream or ApiKind.AsyncStream;
        var own = section.Find(Resilience);
        if (isStream)
        {
            own?.Report($"cannot be: {service}.{api.Name} is a stream, whose items cannot be asked for twice.");
            return null;
        }

        var options = own is null ? inherited : new ResilienceReader(own).Read();
        if (options?.RepeatedBy is { } key && !api.Idempotent)
        {
            (own ?? _section.Below(Resilience)).Below(key).Report(
                $"may call {service}.{api.Name} more than once, and it is not declared idempotent: mark it [Api(Idempotent = true)] if calling "
                + $"it twice does what calling it once does; otherwise leave it out, with a {Resilience} of the APIs that are.");
        }

        return options;
    }
}
