using System.Text.RegularExpressions;

namespace Pipeline.Architecture.Tests;

/// <summary>The words that CONTRIBUTING.md replaces by plainer ones do not come back.</summary>
public class WordTests
{
    private static readonly string[] Places = ["src", "docs", "samples", "bench", "README.md"];
    private static readonly string[] Kinds = [".cs", ".md"];

    private static IEnumerable<string> Words() =>
        from line in File.ReadLines(Path.Combine(Repository.Root, "CONTRIBUTING.md"))
            .SkipWhile(static line => line != "## Words")
            .SkipWhile(static line => line != "|---|---|")
            .Skip(1)
            .TakeWhile(static line => line.StartsWith('|'))
        from word in line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries)
        select word;

    [Test]
    public void List_HasWords() => Assert.That(Words(), Has.Member("circle").And.Member("time is up"));

    [TestCaseSource(nameof(Words))]
    public void Word_IsNotUsed(string word)
    {
        var pattern = new Regex($@"\b{Regex.Escape(word)}s?\b", RegexOptions.IgnoreCase);
        var found =
            from file in Files()
            from line in File.ReadLines(file).Index()
            where pattern.IsMatch(line.Item)
            select $"{Path.GetRelativePath(Repository.Root, file)}({line.Index + 1}): {line.Item.Trim()}";

        Assert.That(found, Is.Empty);
    }

    private static IEnumerable<string> Files() =>
        from place in Places.Select(static place => Path.Combine(Repository.Root, place))
        from file in File.Exists(place) ? [place] : Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories)
        where Kinds.Contains(Path.GetExtension(file))
        select file;
}
