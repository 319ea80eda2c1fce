using Pipeline.Hosting;

namespace Pipeline;

/// <summary>How failed calls are tried again. What is not set has its default.</summary>
public sealed class RetrySettings
{
    private readonly SettingsSection _section;

    internal RetrySettings(SettingsSection section) => _section = section;

    /// <summary>How many attempts may follow the first.</summary>
    public int? MaxRetryAttempts
    {
        get => _section.Value<int>(nameof(MaxRetryAttempts));
        set => _section.Set(nameof(MaxRetryAttempts), value);
    }

    /// <summary>The pause before the second attempt.</summary>
    public TimeSpan? Delay
    {
        get => _section.Time(nameof(Delay));
        set => _section.SetTime(nameof(Delay), value);
    }

    /// <summary>The longest pause.</summary>
    public TimeSpan? MaxDelay
    {
        get => _section.Time(nameof(MaxDelay));
        set => _section.SetTime(nameof(MaxDelay), value);
    }

    /// <summary>How the pauses grow.</summary>
    public RetryBackoff? BackoffType
    {
        get => Enum.TryParse<RetryBackoff>(_section.Text(nameof(BackoffType)), out var type) ? type : null;
        set => _section.Set(nameof(BackoffType), value);
    }

    /// <summary>Whether the pauses vary at random, so that callers do not try again all at the same moment.</summary>
    public bool? UseJitter
    {
        get => _section.Value<bool>(nameof(UseJitter));
        set => _section.Set(nameof(UseJitter), value);
    }
}
