using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Parallelism;
using Pipeline.CodeFixes.Rules;

namespace Pipeline.Analyzers.Tests;

/// <summary>Every analyzer and code fix that the package brings, run as the compiler does.</summary>
internal static class AllAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Instances { get; } = Create<DiagnosticAnalyzer>(typeof(BlockingCallAnalyzer));

    public static ImmutableArray<CodeFixProvider> CodeFixes { get; } = Create<CodeFixProvider>(typeof(BlockingCallCodeFix));

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. Instances.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Distinct().OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>What they report. An analyzer that throws fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(
        Compilation compilation, ImmutableDictionary<string, string>? options = null, string? effects = null, string? profile = null)
    {
        var failures = new ConcurrentQueue<string>();
        var files = new List<AdditionalText>();
        if (effects is not null)
            files.Add(new EffectsText(effects));
        if (profile is not null)
            files.Add(new ProfileText(profile));
        var run = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files], new EditorConfig(options ?? ImmutableDictionary<string, string>.Empty)),
            (exception, analyzer, _) => failures.Enqueue($"{analyzer.GetType().Name}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false);
        var diagnostics = await new CompilationWithAnalyzers(compilation, Instances, run).GetAnalyzerDiagnosticsAsync();
        Assert.That(failures, Is.Empty);
        Assert.That(diagnostics.Where(static diagnostic => !diagnostic.Id.StartsWith("PIPE", StringComparison.Ordinal)), Is.Empty);
        return diagnostics;
    }

    private static ImmutableArray<T> Create<T>(Type oneOfThem) =>
    [
        .. oneOfThem.Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(T)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (T)Activator.CreateInstance(type)!),
    ];
}
