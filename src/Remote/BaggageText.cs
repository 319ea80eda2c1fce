namespace Pipeline.Remote;

/// <summary>Baggage as the W3C header <c>baggage</c> has it: <c>tenant=a,user=b%20c</c>.</summary>
internal static class BaggageText
{
    // What the W3C asks everybody to carry; whoever sends more has to do with less.
    private const int MostEntries = 64;
    private const int MostCharacters = 8192;

    /// <summary>Writes the entries that fit.</summary>
    public static string Write(IReadOnlyList<KeyValuePair<string, string?>> entries)
    {
        if (entries is [])
            return "";

        var parts = new List<string>();
        int length = 0;
        foreach (var (name, value) in entries.Take(MostEntries))
        {
            string part = $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value ?? "")}";
            if ((length += part.Length + 1) > MostCharacters)
                break;
            parts.Add(part);
        }

        return string.Join(',', parts);
    }

    /// <summary>Reads the entries; what is none is left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(string text)
    {
        if (text.Length > MostCharacters)
            return [];

        var entries = new List<KeyValuePair<string, string?>>();
        foreach (string part in text.Split(',', MostEntries + 1, StringSplitOptions.TrimEntries).Take(MostEntries))
        {
            int end = part.IndexOf('=', StringComparison.Ordinal);
            if (end > 0)
                entries.Add(new(Uri.UnescapeDataString(part[..end]), Uri.UnescapeDataString(part[(end + 1)..])));
        }

        return entries;
    }
}
