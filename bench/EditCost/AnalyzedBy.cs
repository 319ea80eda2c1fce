using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Parallelism;

namespace Pipeline.EditCost;

/// <summary>The analyzers of one package.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Analyzers">The analyzers.</param>
internal sealed record AnalyzedBy(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    public static AnalyzedBy Floor { get; } = new("one that asks for bodies and reads nothing", [new FloorAnalyzer()]);

    public static AnalyzedBy Pipeline { get; } = new("Pipeline", In(typeof(SequentialAwaitsAnalyzer).Assembly));

    public static AnalyzedBy Threading { get; } = new(
        "Microsoft.VisualStudio.Threading.Analyzers",
        [.. new[] { "ThreadingAnalyzers", "ThreadingCSharpAnalyzers" }.SelectMany(key => In(Assembly.LoadFrom(Subject.Metadata(key))))]);

    private static ImmutableArray<DiagnosticAnalyzer> In(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } attribute
                && attribute.Languages.Contains(LanguageNames.CSharp))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
