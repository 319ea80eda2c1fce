namespace Pipeline.Calls;

/// <summary>What holds for the calls of one service: what it declares, where configuration does not say otherwise.</summary>
internal sealed class ServiceOptions
{
    /// <summary>How many instances there are.</summary>
    public int Instances { get; init; } = 1;

    /// <summary>How many calls one instance may run, or null for any number.</summary>
    public int? Concurrency { get; init; }

    /// <summary>How many calls may wait, or null for any number.</summary>
    public int? QueueLimit { get; init; }

    /// <summary>The time a call of each API may take, in the order of <see cref="ServiceDefinition.Apis"/>.</summary>
    public IReadOnlyList<TimeSpan?> Timeouts { get; init; } = [];

    /// <summary>The time a call through each dependency may take, by the dependency's name.</summary>
    public IReadOnlyDictionary<string, TimeSpan> DependencyTimeouts { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>Whether the service itself asks for more than a bare call.</summary>
    public bool AreAny => Instances > 1 || Concurrency is not null || QueueLimit is not null || HasDeadline;

    /// <summary>Whether a call of it may start a deadline.</summary>
    public bool HasDeadline => Timeouts.Any(static timeout => timeout is not null);

    public TimeSpan? TimeoutOf(int api) => Timeouts[api];
}
