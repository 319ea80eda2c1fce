using System.Text.RegularExpressions;
using Pipeline.Analyzers.Names;

namespace Pipeline.Analyzers.Tests.Documentation;

public partial class EffectsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(DiagnosticPage.Folder, "..", "effects.md")).ReplaceLineEndings("\n");

    [Test]
    public void Page_ListsEveryVerb() => Assert.Multiple(() =>
    {
        Assert.That(Words("### Verbs of change and of guarding"), Is.EquivalentTo(EffectVerbs.Commands));
        Assert.That(Words("### The same, where a verb stands"), Is.EquivalentTo(EffectVerbs.CommandsAsVerb));
        Assert.That(Words("### Verbs of reading and computing"), Is.EquivalentTo(EffectVerbs.Queries));
    });

    [Test]
    public void Page_ListsEveryNoun() => Assert.Multiple(() =>
    {
        var quoted = Quoted().Matches(Page).Select(static match => match.Groups[1].Value).ToHashSet();
        Assert.That(EffectVerbs.Identities, Is.SubsetOf(quoted));
        Assert.That(EffectVerbs.Content, Is.SubsetOf(quoted));
        Assert.That(EffectVerbs.Business, Is.SubsetOf(quoted));
    });

    private static string[] Words(string heading)
    {
        int start = Page.IndexOf(heading, StringComparison.Ordinal) + heading.Length;
        string section = Page[start..Page.IndexOf('#', start)];
        return section.Split([',', '.', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Quoted();
}
