using Pipeline.Hosting;

namespace Pipeline;

/// <summary>When calls of a service that keeps failing stop. What is not set has its default.</summary>
public sealed class CircuitBreakerSettings
{
    private readonly SettingsSection _section;

    internal CircuitBreakerSettings(SettingsSection section) => _section = section;

    /// <summary>The share of failures that opens the circuit, above 0 and 1 at most.</summary>
    public double? FailureRatio
    {
        get => _section.Value<double>(nameof(FailureRatio));
        set => _section.Set(nameof(FailureRatio), value);
    }

    /// <summary>How many calls there must be before the share counts.</summary>
    public int? MinimumThroughput
    {
        get => _section.Value<int>(nameof(MinimumThroughput));
        set => _section.Set(nameof(MinimumThroughput), value);
    }

    /// <summary>The time over which failures are counted.</summary>
    public TimeSpan? SamplingDuration
    {
        get => _section.Time(nameof(SamplingDuration));
        set => _section.SetTime(nameof(SamplingDuration), value);
    }

    /// <summary>How long the circuit stays open.</summary>
    public TimeSpan? BreakDuration
    {
        get => _section.Time(nameof(BreakDuration));
        set => _section.SetTime(nameof(BreakDuration), value);
    }
}
