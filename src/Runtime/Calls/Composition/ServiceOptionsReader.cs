namespace Pipeline.Calls;

/// <summary>Reads what code and configuration say of one service over what the service declares; notes what cannot be meant.</summary>
/// <param name="service">The service.</param>
/// <param name="section">Its section of configuration.</param>
/// <param name="problems">Where problems are noted, which stop the start.</param>
/// <param name="notes">Where the log learns what has been left out of service-wide settings, and why.</param>
internal sealed class ServiceOptionsReader(
    ServiceDefinition service, OptionsSection section, List<string> problems, List<string> notes)
{
    private const string Apis = "Apis";
    private const string Dependencies = "Dependencies";
    private const string Timeout = "Timeout";
    private const string Resilience = "Resilience";

    public ServiceOptions Read()
    {
        section.CheckIsSection();
        section.CheckKeys(
            nameof(ServiceOptions.Instances),
            nameof(ServiceOptions.Concurrency),
            nameof(ServiceOptions.QueueLimit),
            nameof(ServiceOptions.QueueWarning),
            Timeout,
            nameof(ApiOptions.AttemptTimeout),
            nameof(ServiceOptions.StartupTimeout),
            nameof(ServiceOptions.ShutdownTimeout),
            "Url",
            "Required",
            Resilience,
            Apis,
            Dependencies);
        section.Below(Apis).CheckKeys(service.Apis.Select(static api => api.Name));
        section.Below(Dependencies).CheckKeys(service.Dependencies.Select(static dependency => dependency.Name));
        ApiOptions[] apis = [.. service.Apis.Select(Read)];
        var options = new ServiceOptions
        {
            Instances = section.Number(nameof(ServiceOptions.Instances), atLeast: 1) ?? service.Instances ?? 1,
            Concurrency = section.Number(nameof(ServiceOptions.Concurrency), atLeast: 1) ?? service.Concurrency,
            QueueLimit = section.Number(nameof(ServiceOptions.QueueLimit), atLeast: 0) ?? service.QueueLimit,
            QueueWarning = Finite(section.TimeOrNone(nameof(ServiceOptions.QueueWarning)) ?? new ServiceOptions().QueueWarning),
            Apis = apis,
            DependencyTimeouts = ReadDependencies(),
            StartupTimeout = section.Time(nameof(ServiceOptions.StartupTimeout)),
            ShutdownTimeout = section.Time(nameof(ServiceOptions.ShutdownTimeout)),
        };
        Check(options);

        // Read where channels are, and checked here with everything else.
        section.Flag("Required");
        return options;
    }

    private static TimeSpan? Finite(TimeSpan? time) => time == System.Threading.Timeout.InfiniteTimeSpan ? null : time;

    private void Check(ServiceOptions options)
    {
        if ((long)options.Instances * options.Concurrency > int.MaxValue)
        {
            problems.Add(
                $"{service} has {options.Instances} instances with {options.Concurrency} calls each: Instances × Concurrency must not "
                + $"exceed {int.MaxValue}; leave Concurrency out for no limit.");
        }

        if (options.QueueLimit is { } queue && options.Concurrency is null && options.Apis.All(static api => api.Concurrency is null)
            && service.Apis.All(static api => api.Kind is ApiKind.Async or ApiKind.AsyncStream))
        {
            problems.Add(
                $"{service} has a QueueLimit of {queue} and nothing to queue for: set Concurrency, of the service or of one of its APIs, "
                + "or leave QueueLimit out.");
        }
    }

    private ApiOptions Read(ApiDefinition api)
    {
        var own = section.Below(Apis).Below(api.Name);
        own.CheckKeys(Timeout, nameof(ApiOptions.AttemptTimeout), nameof(ApiOptions.Concurrency), Resilience);
        return new()
        {
            Timeout = Finite(own.TimeOrNone(Timeout) ?? ServiceTimeout(api)),
            AttemptTimeout = Finite(
                own.TimeOrNone(nameof(ApiOptions.AttemptTimeout)) ?? section.TimeOrNone(nameof(ApiOptions.AttemptTimeout))),
            Concurrency = own.Number(nameof(ApiOptions.Concurrency), atLeast: 1) ?? api.Concurrency,
            Resilience = ResilienceOf(api, own),
            Transient = TransientFailures.Read(api.Transient, own.Below(Resilience), section.Below(Resilience)),
        };
    }

    // An API's own declaration is more than the service's configuration: it was made for that API.
    private TimeSpan? ServiceTimeout(ApiDefinition api)
    {
        var configured = section.TimeOrNone(Timeout);
        return configured == System.Threading.Timeout.InfiniteTimeSpan ? configured : api.Timeout ?? configured ?? service.Timeout;
    }

    private Dictionary<string, TimeSpan> ReadDependencies()
    {
        var times = new Dictionary<string, TimeSpan>();
        foreach (var dependency in service.Dependencies)
        {
            var own = section.Below(Dependencies).Below(dependency.Name);
            own.CheckKeys(Timeout);
            if (Finite(own.TimeOrNone(Timeout) ?? dependency.Timeout) is { } time)
                times[dependency.Name] = time;
        }

        return times;
    }

    private ResilienceOptions? ResilienceOf(ApiDefinition api, OptionsSection own)
    {
        var (below, isOwn) = own.Has(Resilience) ? (own.Below(Resilience), true) : (section.Below(Resilience), false);
        if (!isOwn && !section.Has(Resilience))
            return null;

        var options = ReadOnce(below);
        var unfit = Repeatability.WhyNot(api);
        if (api.Kind is ApiKind.SyncStream or ApiKind.AsyncStream)
        {
            if (isOwn)
                below.Report($"cannot be: {service}.{api.Name} is a stream, whose items cannot be asked for twice.");
            return null;
        }

        if (options.RepeatedBy is { } key && unfit is not null)
        {
            if (isOwn)
                below.Report(key, $"may call {service}.{api.Name} more than once, {unfit}.");
            else
                notes.Add($"{below.Path}:{key} leaves out {service}.{api.Name}, {unfit}. It is tried again only where it was never sent.");
        }

        if (options.Hedging is not null && api is { Kind: ApiKind.Sync, RunsOnPool: false })
        {
            const string OnCallersThread = "a sync API runs on its caller's thread, where two attempts cannot overlap; mark it "
                + "[Api(RunsOnPool = true)] if it may run on the thread pool instead";
            if (isOwn)
                below.Report("Hedging", $"cannot be for {service}.{api.Name}: {OnCallersThread}.");
            else
                notes.Add($"{below.Path}:Hedging leaves out {service}.{api.Name}: {OnCallersThread}.");
            return options with { Hedging = null };
        }

        return options;
    }

    private readonly Dictionary<string, ResilienceOptions> _read = [];

    // APIs that share a section share its options, and its circuit.
    private ResilienceOptions ReadOnce(OptionsSection below)
    {
        if (!_read.TryGetValue(below.Path, out var options))
            _read.Add(below.Path, options = new ResilienceReader(below).Read());
        return options;
    }
}
