using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.EditCost;

/// <summary>
/// An editor's session for analyzers: a body is edited, then the document is analyzed anew, each time on a compilation that no one has
/// asked anything yet.
/// </summary>
internal sealed class DocumentSession(SyntheticCode code)
{
    private const string Statement = "var total = (double)row.Id;";

    private readonly SyntaxTree[] _documents =
        [.. code.Compilation.SyntaxTrees.Where(static tree => tree.ToString().Contains(Statement, StringComparison.Ordinal))];
    private CSharpCompilation _compilation = code.Compilation;
    private GeneratorDriver _driver =
        CSharpGeneratorDriver.Create(Subject.Pipeline.Generators(), parseOptions: SyntheticCode.ParseOptions);

    /// <summary>How many lines the document in the middle has.</summary>
    public int Length => _documents.Select(static document => document.GetText().Lines.Count).Order().ElementAt(_documents.Length / 2);

    /// <summary>What each package costs after each of the edits, in the order of the packages.</summary>
    public async Task<IReadOnlyList<List<Cost>>> MeasureAsync(IReadOnlyList<AnalyzedBy> packages, int edits)
    {
        const int WarmUp = 10;
        var costs = packages.Select(static _ => new List<Cost>()).ToArray();
        for (int edit = 0; edit < WarmUp + edits; edit++)
        {
            var document = Edit(edit);
            _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var generated, out _);
            for (int turn = 0; turn < packages.Count; turn++)
            {
                int package = (edit + turn) % packages.Count;
                var compilation = generated.Clone();
                var cost = await Cost.OfAsync(() => AnalyzeAsync(compilation, document, packages[package]));
                if (edit >= WarmUp)
                    costs[package].Add(cost);
            }
        }

        return costs;
    }

    private SyntaxTree Edit(int edit)
    {
        int place = (int)(edit * 7919L % _documents.Length); // Neighbours in time are no neighbours in the code.
        var before = _documents[place];
        string text = before.ToString();
        var after = before.WithChangedText(SourceText.From(
            text.Insert(text.IndexOf(Statement, StringComparison.Ordinal), $"row = row with {{ Id = {edit} }};\n")));
        after.GetRoot();
        _compilation = _compilation.ReplaceSyntaxTree(before, after);
        _documents[place] = after;
        return after;
    }

    private static async Task AnalyzeAsync(Compilation compilation, SyntaxTree document, AnalyzedBy package)
    {
        var analysis = compilation.WithAnalyzers(package.Analyzers, new CompilationWithAnalyzersOptions(
            new([]), (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed.", exception),
            concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        await analysis.GetAnalyzerSyntaxDiagnosticsAsync(document, CancellationToken.None);
        await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(document), null, CancellationToken.None);
    }
}
