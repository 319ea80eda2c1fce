using System.Globalization;
using Pipeline.Contract;

namespace Pipeline.Hosting;

/// <summary>
/// Options set in code, kept as configuration keeps them: one set of rules reads and checks both, and every value of configuration
/// lies over the same one in code.
/// </summary>
internal readonly struct SettingsSection(IDictionary<string, string?> settings, string path)
{
    private const string None = "none";

    public SettingsSection Below(string key) => new(settings, $"{path}:{key}");

    public string? Text(string key) => settings.TryGetValue($"{path}:{key}", out var text) ? text : null;

    /// <summary>Sets an option; null leaves it to what is declared.</summary>
    public void Set(string key, string? text)
    {
        if (text is null)
            settings.Remove($"{path}:{key}");
        else
            settings[$"{path}:{key}"] = text;
    }

    public T? Value<T>(string key)
        where T : struct, IParsable<T> =>
        T.TryParse(Text(key), CultureInfo.InvariantCulture, out var value) ? value : null;

    public void Set<T>(string key, T? value)
        where T : struct =>
        Set(key, Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null);

    public TimeSpan? Time(string key) => Text(key) switch
    {
        null => null,
        None => Timeout.InfiniteTimeSpan,
        var text => Duration.TryParse(text, out var time) ? time : null,
    };

    /// <summary>Sets a time; one that is infinite lifts the declared one.</summary>
    public void SetTime(string key, TimeSpan? time) => Set(key, time switch
    {
        null => null,
        _ when time == Timeout.InfiniteTimeSpan => None,
        _ => time.Value.ToString("c", CultureInfo.InvariantCulture),
    });

    /// <summary>Switches on what a section configures, which then counts though it sets nothing.</summary>
    public SettingsSection SwitchOn(string key)
    {
        Set(key, "on");
        return Below(key);
    }
}
