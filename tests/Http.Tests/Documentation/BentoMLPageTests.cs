using System.Text.RegularExpressions;

namespace Pipeline.Http.Tests.Documentation;

/// <summary>What docs/bentoml.md shows on the right is compiled.</summary>
public sealed partial class BentoMLPageTests
{
    [Test]
    public void EverySnippet_IsInTheFileThatIsCompiled()
    {
        string code = Spaces.Replace(File.ReadAllText(Shown("BentoMLPage.cs")), " ");
        var rows = File.ReadLines(Shown("bentoml.md")).Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(
            1).ToArray();
        Assert.That(rows, Has.Length.GreaterThan(12));
        foreach (string row in rows)
        {
            string right = row.Split(" | ")[1];
            foreach (Match snippet in Snippet.Matches(right))
                Assert.That(code, Does.Contain(Spaces.Replace(snippet.Groups[1].Value, " ")), row);
        }
    }

    private static string Shown(string file) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Documentation", file);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Snippet { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
