using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Differential;

/// <summary>How much to test: the environment says more, the default is for every run.</summary>
internal static partial class Settings
{
    public static int Bodies { get; } = Read("PIPELINE_DIFFERENTIAL_BODIES", 300);

    public static int FirstSeed { get; } = Read("PIPELINE_DIFFERENTIAL_SEED", 1);

    /// <summary>A reason without the names and lines of one body, so that equal reasons can be counted.</summary>
    public static string WithoutNames(string reason) => Name().Replace(reason, "…");

    private static int Read(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex("'[^']*'|\\d+")]
    private static partial Regex Name();
}
