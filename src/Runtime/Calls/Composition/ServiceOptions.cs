namespace Pipeline.Calls;

/// <summary>What holds for the calls of one service: what it declares, where code and configuration do not say otherwise.</summary>
internal sealed record ServiceOptions
{
    /// <summary>How many instances there are.</summary>
    public int Instances { get; init; } = 1;

    /// <summary>How many calls one instance may run, or null for any number.</summary>
    public int? Concurrency { get; init; }

    /// <summary>How many calls may wait, or null for any number.</summary>
    public int? QueueLimit { get; init; }

    /// <summary>How long a call may wait for a slot before the log says so; null for ever.</summary>
    public TimeSpan? QueueWarning { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What holds for each API, in the order of <see cref="ServiceDefinition.Apis"/>.</summary>
    public IReadOnlyList<ApiOptions> Apis { get; init; } = [];

    /// <summary>The time a call through each dependency may take, by the dependency's name.</summary>
    public IReadOnlyDictionary<string, TimeSpan> DependencyTimeouts { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>The configured time each start-up hook may take, or null for what the hook declares.</summary>
    public TimeSpan? StartupTimeout { get; init; }

    /// <summary>The configured time each shutdown hook and the disposal may take, or null for what the hook declares.</summary>
    public TimeSpan? ShutdownTimeout { get; init; }

    /// <summary>Whether the service itself asks for more than a bare call.</summary>
    public bool AreAny => Instances > 1 || Concurrency is not null || QueueLimit is not null || Apis.Any(static api => api.AreAny);

    /// <summary>Whether a call of it may start a deadline.</summary>
    public bool HasDeadline => Apis.Any(static api => api.Timeout is not null);
}
