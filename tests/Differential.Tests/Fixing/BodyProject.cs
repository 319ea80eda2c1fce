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
    private readonly Dictionary<string, DocumentId> _documents = [];
    private readonly Dictionary<(string File, string Text), ImmutableArray<Diagnostic>> _reports = [];

    private BodyProject(IEnumerable<BodySource> bodies)
    {
        var solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            _id, VersionStamp.Default, "Bodies", "Bodies", LanguageNames.CSharp,
            compilationOptions: BodyCompiler.Options, parseOptions: BodyCompiler.ParseOptions, metadataReferences: BodyCompiler.References));
        solution = Add(solution, "GlobalUsings.cs", BodyCompiler.GlobalUsings);
        Solution = bodies.Aggregate(solution, (current, body) => Add(current, body.FileName, body.Text));
    }

    public Solution Solution { get; set; }

    /// <summary>The bodies and the proxies of their services; a fix changes no service, so they are written once.</summary>
    public static async Task<BodyProject> CreateAsync(IEnumerable<BodySource> bodies)
    {
        var project = new BodyProject(bodies);
        foreach (var tree in BodyCompiler.Generate((await project.Project.GetCompilationAsync())!))
            project.Solution = project.Add(project.Solution, Path.GetFileName(tree.FilePath), tree.ToString());
        return project;
    }

    public Project Project => Solution.GetProject(_id)!;

    public Document Find(BodySource body) => Solution.GetDocument(_documents[body.FileName])!;

    /// <summary>What the analyzers report in some of the bodies, in the order of the text. What was read once is not analyzed again.</summary>
    public async Task<Reports> ReportsAsync(IEnumerable<BodySource> bodies, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        CompilationWithAnalyzers? analysis = null;
        var reports = new List<(BodySource, IEnumerable<Diagnostic>)>();
        foreach (var body in bodies)
        {
            var document = Find(body);
            var key = (body.FileName, (await document.GetTextAsync()).ToString());
            if (!_reports.TryGetValue(key, out var found))
            {
                analysis ??= (await Project.GetCompilationAsync())!.WithAnalyzers(analyzers, Project.AnalyzerOptions);
                var model = analysis.Compilation.GetSemanticModel((await document.GetSyntaxTreeAsync())!);
                _reports[key] = found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
            }

            var tree = (await document.GetSyntaxTreeAsync())!;
            reports.Add((body, found.Select(report => report.In(tree))));
        }

        return new Reports(reports);
    }

    public void Dispose() => _workspace.Dispose();

    private Solution Add(Solution solution, string name, string text)
    {
        var id = _documents[name] = DocumentId.CreateNewId(_id);
        return solution.AddDocument(id, name, SourceText.From(text), filePath: name);
    }
}
