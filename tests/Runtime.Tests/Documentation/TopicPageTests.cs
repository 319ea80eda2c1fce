using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Runtime.Tests.Documentation;

public sealed partial class TopicPageTests
{
    [TestCase("transports")]
    public void Page_ShowsCodeThatCompiles(string page)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", $"{page}.md")).ReplaceLineEndings("\n");
        string[] blocks = [.. CSharp().Matches(text).Select(static block => block.Groups[1].Value)];

        var compilation = ServiceCompilation.Create(["global using Pipeline;", .. blocks]).WithProxies();

        Assert.That(blocks, Is.Not.Empty);
        Assert.That(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), Is.Empty);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
