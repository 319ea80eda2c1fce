using System.Globalization;
using Microsoft.Extensions.Configuration;
using Pipeline.Contract;

namespace Pipeline.Calls;

/// <summary>A section of configuration that is read by key, or the lack of one; notes what cannot be meant.</summary>
internal sealed class OptionsSection(IConfigurationSection? section, List<string> problems)
{
    private static readonly string[] Off = ["false", "off"];
    private static readonly string[] On = ["true", "on"];

    public string Path => section?.Path ?? "";

    /// <summary>The section below this one, which may be missing as well; it must not be a single value.</summary>
    public OptionsSection Below(string key)
    {
        var below = new OptionsSection(section?.GetSection(key), problems);
        below.CheckIsSection();
        return below;
    }

    /// <summary>
    /// The section below this one that switches something on: by its keys or by "on", for the defaults. Null where it is not named, and
    /// where it is "off" or empty, whatever a file below says.
    /// </summary>
    public OptionsSection? Switch(string key)
    {
        if (section?.GetSection(key) is not { } found)
            return null;

        var hasKeys = found.GetChildren().Any();
        if (found.Value is not { Length: > 0 } text)
            return hasKeys ? new(found, problems) : null;
        if (Off.Contains(text, StringComparer.OrdinalIgnoreCase))
            return null;
        if (!On.Contains(text, StringComparer.OrdinalIgnoreCase))
            Note($"{found.Path} is \"{text}\": write a section, \"on\" for the defaults, or \"off\".");
        return new(found, problems);
    }

    /// <summary>Whether configuration names the key.</summary>
    public bool Has(string key) => Keys().Contains(key, StringComparer.OrdinalIgnoreCase);

    public int? Number(string key, int atLeast, int atMost = int.MaxValue) => Read<int>(
        key,
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            && number >= atLeast && number <= atMost ? number : null,
        $"a whole number, {atLeast} or more{(atMost == int.MaxValue ? "" : $", {atMost} at most")}");

    /// <summary>A share above zero, up to one.</summary>
    public double? Ratio(string key) => Read<double>(
        key,
        static text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio)
            && ratio is > 0 and <= 1 ? ratio : null,
        "a number above 0, 1 at most, such as 0.5");

    public bool? Flag(string key) => Read<bool>(key, static text => bool.TryParse(text, out var flag) ? flag : null, "true or false");

    public TEnum? OneOf<TEnum>(string key)
        where TEnum : struct, Enum =>
        Read<TEnum>(
            key,
            static text => Enum.GetNames<TEnum>().Contains(text, StringComparer.OrdinalIgnoreCase)
                ? Enum.Parse<TEnum>(text, ignoreCase: true)
                : null,
            $"one of {string.Join(", ", Enum.GetNames<TEnum>())}");

    /// <summary>A time; <see cref="Timeout.InfiniteTimeSpan"/> for "none", which lifts a declared one.</summary>
    public TimeSpan? TimeOrNone(string key) => Read<TimeSpan>(
        key,
        static text => string.Equals(text, "none", StringComparison.OrdinalIgnoreCase) ? Timeout.InfiniteTimeSpan
            : Duration.TryParse(text, out var time) ? time : null,
        "a positive time such as \"30s\", \"250ms\" or \"00:00:30\", or \"none\"");

    /// <summary>The texts of a list.</summary>
    public IEnumerable<string> Texts(string key) =>
        section?.GetSection(key).GetChildren().Select(static child => child.Value).OfType<string>() ?? [];

    public TimeSpan? Time(string key) => Read<TimeSpan>(
        key,
        static text => Duration.TryParse(text, out var time) ? time : null,
        "a positive time such as \"30s\", \"250ms\" or \"00:00:30\"");

    public TimeSpan? Time(string key, TimeSpan atLeast, TimeSpan atMost) => Read<TimeSpan>(
        key,
        text => Duration.TryParse(text, out var time) && time >= atLeast && time <= atMost ? time : null,
        $"a time of {Duration.Format(atLeast)} or more, {Duration.Format(atMost)} at most");

    /// <summary>Notes every key that is none of these.</summary>
    public void CheckKeys(params IEnumerable<string> known)
    {
        foreach (var key in Keys().Except(known, StringComparer.OrdinalIgnoreCase))
            Note($"{Path}:{key} is not known; these are: {string.Join(", ", known)}.");
    }

    public void Report(string problem) => Note($"{Path} {problem}");

    public void Report(string key, string problem) => Note($"{Path}:{key} {problem}");

    /// <summary>Notes a single value where there should be a section.</summary>
    public void CheckIsSection()
    {
        if (section?.Value is { Length: > 0 } text)
            Note($"{Path} is \"{text}\": write a section, {{ \"key\": value }}.");
    }

    // What holds for several APIs is read for each.
    private void Note(string problem)
    {
        if (!problems.Contains(problem))
            problems.Add(problem);
    }

    private IEnumerable<string> Keys() => section?.GetChildren().Select(static child => child.Key) ?? [];

    private T? Read<T>(string key, Func<string, T?> parse, string expected)
        where T : struct
    {
        if (section?.GetSection(key) is not { } found || (found.Value is null && !found.GetChildren().Any()))
            return null;
        if (found.Value is { } text && parse(text) is { } value)
            return value;

        Note(found.Value is { } wrong
            ? $"{Path}:{key} is \"{wrong}\": write {expected}."
            : $"{Path}:{key} is a section: write {expected}.");
        return null;
    }
}
