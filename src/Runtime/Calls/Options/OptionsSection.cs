using System.Globalization;
using Microsoft.Extensions.Configuration;
using Pipeline.Contract;

namespace Pipeline.Calls;

/// <summary>A section of configuration that is read by key, or the lack of one; notes what cannot be meant.</summary>
internal sealed class OptionsSection(IConfigurationSection? section, List<string> problems)
{
    public string Path => section?.Path ?? "";

    /// <summary>The section below this one, which may lack as well.</summary>
    public OptionsSection Below(string key) => new(section?.GetSection(key), problems);

    /// <summary>The section below this one, or null where configuration does not name it; named and empty, it is there.</summary>
    public OptionsSection? Find(string key) => Keys().Contains(key, StringComparer.OrdinalIgnoreCase) ? Below(key) : null;

    public int? Number(string key, int atLeast, int atMost = int.MaxValue) => Read<int>(
        key,
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            && number >= atLeast && number <= atMost ? number : null,
        $"a whole number, {atLeast} or more{(atMost == int.MaxValue ? "" : $", {atMost} at most")}");

    /// <summary>A share between zero, which it is not, and one.</summary>
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
            static text => Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null,
            $"one of {string.Join(", ", Enum.GetNames<TEnum>())}");

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
            problems.Add($"{Path}:{key} is not known; these are: {string.Join(", ", known)}.");
    }

    public void Report(string problem) => problems.Add($"{Path} {problem}");

    private IEnumerable<string> Keys() => section?.GetChildren().Select(static child => child.Key) ?? [];

    private T? Read<T>(string key, Func<string, T?> parse, string expected)
        where T : struct
    {
        if (section?[key] is not { } text)
            return null;
        if (parse(text) is { } value)
            return value;

        problems.Add($"{Path}:{key} is \"{text}\": write {expected}.");
        return null;
    }
}
