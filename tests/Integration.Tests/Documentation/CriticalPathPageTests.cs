using System.Text.RegularExpressions;

namespace Pipeline.Integration.Tests.Documentation;

public sealed partial class CriticalPathPageTests
{
    [Test]
    public void Code_OfThePage_IsThatOfTheseTests()
    {
        string source = Read("CriticalPathPage.cs").Replace("\n        ", "\n", StringComparison.Ordinal);
        string[] blocks = [.. CSharp().Matches(Read("critical-path.md")).Select(static block => block.Groups[1].Value)];

        Assert.That(blocks, Has.Length.EqualTo(3));
        foreach (string block in blocks)
            Assert.That(source, Does.Contain(block));
    }

    [Test]
    public Task Code_OfThePage_Runs() => CriticalPathPage.ShowRequestAsync();

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documentation", file)).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
