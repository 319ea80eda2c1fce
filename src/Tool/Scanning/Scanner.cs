using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Parallelism;
using Pipeline.Tool.Loading;

namespace Pipeline.Tool.Scanning;

/// <summary>Runs every rule over every C# project of the code.</summary>
internal static class Scanner
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. typeof(SequentialAwaitsAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract
                && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
                && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>
    /// The findings that are not hidden, the most promising first: what saves most, where that was measured, then what is most severe. A
    /// place found in two targets of a project counts once.
    /// </summary>
    public static async Task<ScanResult> ScanAsync(LoadedCode code, Action<string> report, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var failures = new List<string>();
        var unmatched = new UnmatchedTypes();
        var projects = code.Solution.Projects.Where(static project => project.Language is LanguageNames.CSharp).ToArray();
        foreach (var project in projects)
        {
            report($"Looking at {project.Name}");
            if (await project.GetCompilationAsync(cancellationToken) is not { } compilation)
                continue;
            unmatched.Add(compilation, new(project.AnalyzerOptions.AnalyzerConfigOptionsProvider));
            var options = new CompilationWithAnalyzersOptions(
                project.AnalyzerOptions,
                onAnalyzerException: (exception, rule, _) =>
                {
                    lock (failures)
                        failures.Add($"{rule.GetType().Name} failed in {project.Name}: {exception.Message}");
                },
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false);
            var diagnostics = await compilation.WithAnalyzers(Rules, options).GetAnalyzerDiagnosticsAsync(cancellationToken);
            findings.AddRange(diagnostics.Where(IsShown).Select(diagnostic => FindingOf(diagnostic, project.Solution, code.Root)));
        }

        return new(
            [
                .. findings.DistinctBy(static finding => (finding.Diagnostic.Id, finding.File, finding.Line, finding.Column))
                    .OrderByDescending(static finding => finding.Saves)
                    .ThenByDescending(static finding => finding.Diagnostic.Severity)
                    .ThenByDescending(static finding => finding.Waiting)
                    .ThenBy(static finding => finding.File, StringComparer.Ordinal)
                    .ThenBy(static finding => finding.Line),
            ],
            projects.Length,
            [
                .. failures,
                .. unmatched.All.Select(static entry => $"pipeline_concurrent_types names '{entry}', and no project has such a type"),
            ]);
    }

    private static bool IsShown(Diagnostic diagnostic) =>
        !diagnostic.IsSuppressed && diagnostic.Severity is not DiagnosticSeverity.Hidden && diagnostic.Location.IsInSource;

    private static Finding FindingOf(Diagnostic diagnostic, Solution solution, string root)
    {
        var span = diagnostic.Location.GetLineSpan();
        return new()
        {
            Diagnostic = diagnostic,
            Document = solution.GetDocument(diagnostic.Location.SourceTree),
            File = Path.GetRelativePath(root, Path.GetFullPath(span.Path, root)).Replace('\\', '/'),
            Line = span.StartLinePosition.Line + 1,
            Column = span.StartLinePosition.Character + 1,
        };
    }
}
