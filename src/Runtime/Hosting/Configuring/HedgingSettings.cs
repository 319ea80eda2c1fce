using Pipeline.Hosting;

namespace Pipeline;

/// <summary>When another attempt starts beside a slow one.</summary>
public sealed class HedgingSettings
{
    private readonly SettingsSection _section;

    internal HedgingSettings(SettingsSection section) => _section = section;

    /// <summary>How many attempts may start beside the first, 10 at most.</summary>
    public int? MaxHedgedAttempts
    {
        get => _section.Value<int>(nameof(MaxHedgedAttempts));
        set => _section.Set(nameof(MaxHedgedAttempts), value);
    }

    /// <summary>How long an attempt may take before the next one starts beside it.</summary>
    public TimeSpan? Delay
    {
        get => _section.Time(nameof(Delay));
        set => _section.SetTime(nameof(Delay), value);
    }
}
