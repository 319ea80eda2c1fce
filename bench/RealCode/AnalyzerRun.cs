using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipeline.RealCode;

/// <summary>What all rules together say about a compilation, how long each took, and what they threw.</summary>
internal sealed record AnalyzerRun(
    IReadOnlyList<Diagnostic> Reports,
    IReadOnlyCollection<string> Exceptions,
    IReadOnlyList<(string Analyzer, TimeSpan Time)> Times,
    TimeSpan Elapsed)
{
    private static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(Analyzers.Rules.Descriptor).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static async Task<AnalyzerRun> OverAsync(Compilation compilation)
    {
        if (Analyzers.IsEmpty)
            return new([], [], [], default);
        var exceptions = new ConcurrentBag<string>();
        var driver = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, analyzer, _) => exceptions.Add($"{analyzer}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: true));
        var watch = Stopwatch.StartNew();
        var result = await driver.GetAnalysisResultAsync(CancellationToken.None);
        return new(
            [.. result.GetAllDiagnostics().OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)],
            exceptions,
            [.. result.AnalyzerTelemetryInfo.Select(pair => (pair.Key.GetType().Name, pair.Value.ExecutionTime)).OrderByDescending(pair => pair.ExecutionTime)],
            watch.Elapsed);
    }
}
