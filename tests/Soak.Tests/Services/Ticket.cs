namespace Pipeline.Soak.Services;

/// <summary>What every call carries: which call from outside it belongs to, and by which way it has come from there.</summary>
/// <param name="Call">The number of the call from outside; no two have the same.</param>
/// <param name="Way">The steps from there, eight to each branching; no two calls within one have the same.</param>
public readonly record struct Ticket(long Call, long Way)
{
    /// <summary>The ticket of a call made on behalf of this one.</summary>
    /// <param name="step">Which of them, from 1 to 7.</param>
    public Ticket Step(int step) => new(Call, (Way * 8) + step);

    /// <summary>A number that looks random, and is the same for the same ticket and salt.</summary>
    public ulong Hash(string salt)
    {
        var hash = Mix((ulong)Call ^ Mix((ulong)Way));
        foreach (var letter in salt)
            hash = Mix(hash ^ letter);
        return hash;
    }

    /// <summary>Says yes in so many of a thousand cases.</summary>
    public bool Happens(string salt, int perThousand) => Hash(salt) % 1000 < (ulong)perThousand;

    public override string ToString() => $"{Call}/{Way}";

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
