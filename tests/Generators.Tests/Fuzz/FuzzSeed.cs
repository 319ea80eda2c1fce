using System.Globalization;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Where randomness starts: another place in every run, unless PIPELINE_FUZZ_SEED names one.</summary>
internal static class FuzzSeed
{
    /// <summary>How many to try: the usual number, unless PIPELINE_FUZZ_COUNT names one.</summary>
    public static int Count(int usual) =>
        Environment.GetEnvironmentVariable("PIPELINE_FUZZ_COUNT") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : usual;

    public static int Choose()
    {
        int seed = Environment.GetEnvironmentVariable("PIPELINE_FUZZ_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        TestContext.Out.WriteLine($"Seed {seed}; set PIPELINE_FUZZ_SEED to it to see this run again.");
        return seed;
    }
}
