using Pipeline.Hosting;

namespace Pipeline;

/// <summary>Options for calls, set in code: over what attributes declare, and below what configuration says.</summary>
public abstract class CallSettings
{
    private readonly SettingsSection _section;

    private protected CallSettings(SettingsSection section) => _section = section;

    /// <summary>
    /// The time one call may take; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> lifts a declared one. Null: as declared.
    /// </summary>
    public TimeSpan? Timeout
    {
        get => _section.Time(nameof(Timeout));
        set => _section.SetTime(nameof(Timeout), value);
    }

    /// <summary>The time one attempt of a call may take, from when it holds its slot. Null: as declared.</summary>
    public TimeSpan? AttemptTimeout
    {
        get => _section.Time(nameof(AttemptTimeout));
        set => _section.SetTime(nameof(AttemptTimeout), value);
    }

    /// <summary>How many calls may run at the same time: on one instance for a service, in all for an API. Null: as declared.</summary>
    public int? Concurrency
    {
        get => _section.Value<int>(nameof(Concurrency));
        set => _section.Set(nameof(Concurrency), value);
    }

    private protected SettingsSection Section => _section;

    private SettingsSection Resilience => _section.Below("Resilience");

    /// <summary>Tries failed calls again, those that may be made more than once.</summary>
    /// <param name="configure">Sets how often and when; null for the defaults.</param>
    public void Retry(Action<RetrySettings>? configure = null)
    {
        var settings = new RetrySettings(Resilience.SwitchOn("Retry"));
        configure?.Invoke(settings);
    }

    /// <summary>Stops calling a service that keeps failing.</summary>
    /// <param name="configure">Sets when its circuit opens, and for how long; null for the defaults.</param>
    public void CircuitBreaker(Action<CircuitBreakerSettings>? configure = null)
    {
        var settings = new CircuitBreakerSettings(Resilience.SwitchOn("CircuitBreaker"));
        configure?.Invoke(settings);
    }

    /// <summary>Starts another attempt beside one that is slow, of those that may be made more than once.</summary>
    /// <param name="configure">Sets how many and when; null for the defaults.</param>
    public void Hedging(Action<HedgingSettings>? configure = null)
    {
        var settings = new HedgingSettings(Resilience.SwitchOn("Hedging"));
        configure?.Invoke(settings);
    }
}
