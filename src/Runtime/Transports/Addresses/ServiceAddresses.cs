namespace Pipeline.Transports;

/// <summary>Reads where a service runs: one URL, or several with commas between them.</summary>
internal static class ServiceAddresses
{
    private const string AfterScheme = "://";

    /// <summary>The URL if it is just one; null otherwise.</summary>
    public static Uri? Single(string url) => TryParse(url) is [var only] ? only : null;

    /// <summary>The URLs; null if one of them is none. Those after the first may leave out its scheme: <c>http://a:1,b:2</c>.</summary>
    public static Uri[]? TryParse(string url)
    {
        string[] parts = url.Split(',', StringSplitOptions.TrimEntries);
        int end = parts[0].IndexOf(AfterScheme, StringComparison.Ordinal);
        string scheme = end < 0 ? "" : parts[0][..(end + AfterScheme.Length)];
        var all = new Uri[parts.Length];
        for (int part = 0; part < parts.Length; part++)
        {
            string text = parts[part].Contains(AfterScheme, StringComparison.Ordinal) ? parts[part] : scheme + parts[part];
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
                return null;
            all[part] = address;
        }

        return all;
    }
}
