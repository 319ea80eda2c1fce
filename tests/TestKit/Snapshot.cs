namespace Pipeline.TestKit;

/// <summary>
/// Compares files with those committed, by Verify's convention: <c>X.verified.cs</c> is expected, and where the actual file
/// differs it is written beside it as <c>X.received.cs</c>. build/accept-snapshots.sh makes the received ones the expected ones.
/// </summary>
public static class Snapshot
{
    private const string Verified = ".verified.cs";
    private const string Received = ".received.cs";

    /// <summary>What is missing, what is extra and what differs. Empty: all is as committed.</summary>
    public static IReadOnlyList<string> Compare(string project, string name, IEnumerable<(string FileName, string Text)> actual)
    {
        string directory = Path.Combine(Repository.Root, "tests", project, "Snapshots", name);
        Directory.CreateDirectory(directory);
        foreach (string stale in Directory.GetFiles(directory, "*" + Received))
            File.Delete(stale);

        var differences = new List<string>();
        var expected = Directory.GetFiles(directory, "*" + Verified).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        foreach (var (fileName, text) in actual)
        {
            string stem = Path.GetFileNameWithoutExtension(fileName);
            if (expected.Remove(stem + Verified, out string? committed) && committed == text)
                continue;
            File.WriteAllText(Path.Combine(directory, stem + Received), text);
            differences.Add($"{(committed is null ? "New" : "Changed")}: {Path.Combine(directory, stem + Received)}");
        }

        differences.AddRange(expected.Keys.Select(path => $"No longer generated: {Path.Combine(directory, path)}"));
        return differences;
    }
}
