using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.CodeFixes.Rules;

namespace Pipeline.Differential.Fixing;

/// <summary>All analyzers and code fixes there are.</summary>
internal static class Rules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [.. Instances<DiagnosticAnalyzer>(typeof(Analyzers.Rules.Descriptor))];

    /// <summary>Those whose reports anybody sees without turning them on: what a fix leaves behind is judged by them alone.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> SeenAnalyzers { get; } =
        [.. Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.DefaultSeverity > DiagnosticSeverity.Hidden))];

    private static CodeFixProvider[] CodeFixes { get; } = [.. Instances<CodeFixProvider>(typeof(DocumentCodeFix))];

    /// <summary>The fix of a rule, but for PIPE011: it declares what only the developer knows, and nothing here can tell whether that is true.</summary>
    public static CodeFixProvider? FixFor(string id) => id is "PIPE011"
        ? null
        : CodeFixes.FirstOrDefault(fix => fix.FixableDiagnosticIds.Contains(id));

    private static IEnumerable<T> Instances<T>(Type neighbour) => neighbour.Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(T)))
        .Select(type => (T)Activator.CreateInstance(type)!);
}
