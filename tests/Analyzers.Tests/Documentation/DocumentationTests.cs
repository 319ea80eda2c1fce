using Microsoft.CodeAnalysis;
using Pipeline.Contract;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Documentation;

public class DocumentationTests
{
    private static readonly string[] Sections = ["Why", "Violation", "Fix", "When to suppress", "Configuration"];

    private static IEnumerable<TestCaseData> Rules => AllAnalyzers.Descriptors.Select(static rule => new TestCaseData(rule).SetArgDisplayNames(rule.Id));

    [TestCaseSource(nameof(Rules))]
    public void Page_StatesTitleCategorySeverityAndFix(DiagnosticDescriptor rule)
    {
        var page = new DiagnosticPage(rule.Id).Text;
        bool isFixed = AllAnalyzers.CodeFixes.Any(fix => fix.FixableDiagnosticIds.Contains(rule.Id));

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.StartWith($"# {rule.Id}: {rule.Title}\n"));
            Assert.That(page, Does.Contain($"\n| {rule.Category} | {Severity(rule)} |"));
            Assert.That(page, isFixed ? Does.Not.Contain($"| {Severity(rule)} | none") : Does.Contain($"| {Severity(rule)} | none"));
            Assert.That(Sections.Select(section => page.IndexOf($"\n## {section}\n", StringComparison.Ordinal)), Is.Ordered.And.All.GreaterThan(0));
        });
    }

    [TestCaseSource(nameof(Rules))]
    public async Task Page_ShowsCodeThatIsReportedAndCodeThatIsNot(DiagnosticDescriptor rule)
    {
        var page = new DiagnosticPage(rule.Id);

        Assert.That(await ReportedIn(page, "Violation"), Does.Contain(rule.Id));
        Assert.That(await ReportedIn(page, "Fix"), Does.Not.Contain(rule.Id));
    }

    [TestCaseSource(nameof(Rules))]
    public void Rule_IsListed(DiagnosticDescriptor rule) => Assert.Multiple(() =>
    {
        Assert.That(rule.HelpLinkUri, Is.EqualTo($"https://github.com/pipeline-net/pipeline/blob/main/docs/diagnostics/{rule.Id}.md"));
        Assert.That(DiagnosticPage.Releases, Does.Contain($"\n{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | [{rule.Title}]({rule.HelpLinkUri})"));
        Assert.That(new DiagnosticPage("README").Text, Does.Contain($"\n| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Severity(rule)} |"));
    });

    [Test]
    public void Ids_AreUniqueAndDeclared()
    {
        string?[] declared = [.. typeof(DiagnosticIds).GetFields().Select(static field => (string?)field.GetRawConstantValue())];
        string[] ids = [.. AllAnalyzers.Instances.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id)];

        Assert.That(ids, Is.Unique.And.SubsetOf(declared));
        Assert.That(declared, Is.Unique);
    }

    [Test]
    public void Pages_AllBelongToARule() => Assert.That(
        Directory.GetFiles(DiagnosticPage.Folder, "*.md").Select(Path.GetFileNameWithoutExtension).Where(static name => name != "README"),
        Is.SubsetOf(AllAnalyzers.Descriptors.Select(static rule => rule.Id)));

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity is DiagnosticSeverity.Info ? "Suggestion" : $"{rule.DefaultSeverity}";

    private static async Task<IEnumerable<string>> ReportedIn(DiagnosticPage page, string section)
    {
        var compilation = ServiceCompilation.Create("global using System.IO; global using System.Net.Http; global using Pipeline;", page.Code(section)).WithProxies();
        // A class that is not partial is the compiler's error as well: its other part is generated.
        Assert.That(compilation.GetDiagnostics().Where(static diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Id: not "CS0260" }), Is.Empty);
        return (await AllAnalyzers.RunAsync(compilation, page.Options(section), page.Effects(section), page.Profile(section)))
            .Select(static diagnostic => diagnostic.Id);
    }
}
