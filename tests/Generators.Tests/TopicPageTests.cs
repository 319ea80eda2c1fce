using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

/// <summary>The code on the pages under docs compiles as a user would compile it.</summary>
public sealed partial class TopicPageTests
{
    [TestCase("limits")]
    [TestCase("deadlines")]
    [TestCase("failures")]
    [TestCase("lifecycle")]
    [TestCase("resilience")]
    public void Page_ShowsCodeThatCompiles(string page)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", $"{page}.md")).ReplaceLineEndings("\n");
        var lines = CSharp().Matches(text).SelectMany(block => block.Groups[1].Value.Split('\n'));
        var usingsFirst = lines.OrderByDescending(line => line.StartsWith("using ", StringComparison.Ordinal));
        string code = string.Join('\n', usingsFirst.Prepend("using System.IO; using System.Net.Http; using Pipeline;"));

        Assert.That(code, Does.Contain("class"));
        Assert.That(
            ServiceCompilation.Create(code).WithProxies().GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error),
            Is.Empty);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
