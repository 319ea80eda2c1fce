namespace Pipeline.Differential.Execution;

/// <summary>Deterministic pseudo-random numbers from what they are about, the same in every process and in every order.</summary>
internal static class Hash
{
    public static ulong Of(ulong seed, string text)
    {
        var hash = seed ^ 14695981039346656037;
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211;
        return Mix(hash);
    }

    public static ulong Of(ulong seed, ulong value) => Mix(seed ^ Mix(value));

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
