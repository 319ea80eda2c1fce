using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Runtime.Tests.Documentation;

public sealed partial class TopicPageTests
{
    private const string Undocumented = "CS1591";

    [TestCase("lifecycle")]
    public void Page_ShowsCodeThatCompiles(string page)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", $"{page}.md")).ReplaceLineEndings("\n");
        string[] blocks = [.. CSharp().Matches(text).Select(static block => block.Groups[1].Value)];

        var compilation = ServiceCompilation.Create(["global using Pipeline; global using System.IO;", .. blocks]).WithProxies();

        Assert.That(blocks, Is.Not.Empty);
        Assert.That(
            compilation.GetDiagnostics().Where(static diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, Id: not Undocumented }),
            Is.Empty);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
