using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Fixing;

/// <summary>Bodies as the documents of a project, as an IDE has them.</summary>
internal sealed class BodyProject : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _id = ProjectId.CreateNewId();

    public BodyProject(IEnumerable<BodySource> bodies)
    {
        var solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            _id, VersionStamp.Default, "Bodies", "Bodies", LanguageNames.CSharp,
            compilationOptions: BodyCompiler.Options, parseOptions: BodyCompiler.ParseOptions, metadataReferences: BodyCompiler.References));
        solution = Add(solution, "GlobalUsings.cs", BodyCompiler.GlobalUsings);
        Solution = bodies.Aggregate(solution, (current, body) => Add(current, body.FileName, body.Text));
    }

    public Solution Solution { get; set; }

    public Project Project => Solution.GetProject(_id)!;

    public Document Find(BodySource body) => Project.Documents.Single(document => document.Name == body.FileName);

    public async Task<ILookup<string, Diagnostic>> ReportsAsync()
    {
        var compilation = (await Project.GetCompilationAsync())!;
        var reports = await compilation.WithAnalyzers(Rules.Analyzers, Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        return ByFile(reports.Where(report => report.Id.StartsWith("PIPE", StringComparison.Ordinal)));
    }

    public async Task<ILookup<string, Diagnostic>> CompilerDiagnosticsAsync() =>
        ByFile((await Project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

    public void Dispose() => _workspace.Dispose();

    private Solution Add(Solution solution, string name, string text) =>
        solution.AddDocument(DocumentId.CreateNewId(_id), name, SourceText.From(text), filePath: name);

    private static ILookup<string, Diagnostic> ByFile(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
        .ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath ?? "");
}
