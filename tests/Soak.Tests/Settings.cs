using System.Globalization;

namespace Pipeline.Soak;

/// <summary>How much to test: the environment says more, the default is for every run.</summary>
internal static class Settings
{
    public static int? Seconds { get; } = Read("PIPELINE_SOAK_SECONDS");

    public static int? Schedules { get; } = Read("PIPELINE_SCHEDULES");

    public static int? Seed { get; } = Read("PIPELINE_SEED");

    private static int? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
