using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Analyzers.Tests.OddCode;

/// <summary>No analyzer and no code fix may fail, whatever is being typed.</summary>
public class OddCodeTests
{
    private static readonly int Mutations = int.TryParse(Environment.GetEnvironmentVariable("PIPELINE_ODD_CODE"), out int count) ? count : 60;

    private static IEnumerable<int> Indexes => Enumerable.Range(0, OddSources.All.Count);

    [TestCaseSource(nameof(Indexes))]
    public Task Source_AsItIs_IsSurvived(int index) => SurviveAsync(OddSources.All[index]);

    [Test]
    public async Task Source_WithRandomTokensGone_IsSurvived()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int i = 0; i < Mutations; i++)
            await SurviveAsync(Mutate(OddSources.All[random.Next(OddSources.All.Count)], random));
    }

    private static string Mutate(string source, Random random)
    {
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0)];
            if (tokens.Length == 0)
                break;
            var (gone, other) = (tokens[random.Next(tokens.Length)].Span, tokens[random.Next(tokens.Length)].Text);
            source = source.Remove(gone.Start, gone.Length).Insert(gone.Start, random.Next(3) == 0 ? other : "");
        }

        return source;
    }

    private static async Task SurviveAsync(string source)
    {
        try
        {
            using var workspace = new AdhocWorkspace();
            var document = ServiceProject.AddTo(workspace).AddDocument("Odd.cs", source);
            var compilation = (await document.Project.GetCompilationAsync())!;
            foreach (var diagnostic in await AllAnalyzers.RunAsync(compilation))
                await ApplyFixesAsync(document, diagnostic);
        }
        catch (Exception exception) when (exception is not AssertionException)
        {
            Assert.Fail($"{exception}\n{source}");
        }
    }

    private static async Task ApplyFixesAsync(Document document, Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree != await document.GetSyntaxTreeAsync())
            return;
        foreach (var fix in AllAnalyzers.CodeFixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            List<CodeAction> actions = [];
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
            foreach (var action in actions)
                await action.GetOperationsAsync(default);
        }
    }
}
