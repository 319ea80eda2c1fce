using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.CodeFixes;

namespace Pipeline.Differential.Fixing;

/// <summary>All analyzers and code fixes there are.</summary>
internal static class Rules
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [.. Instances<DiagnosticAnalyzer>(typeof(Analyzers.Descriptor))];

    private static CodeFixProvider[] CodeFixes { get; } = [.. Instances<CodeFixProvider>(typeof(DocumentCodeFix))];

    /// <summary>The fix of a rule, if its result can be run here: a loop's <c>Gather.Each</c> works on the pool, not in virtual time.</summary>
    public static CodeFixProvider? FixFor(string id) =>
        id is "PIPE002" ? null : CodeFixes.FirstOrDefault(fix => fix.FixableDiagnosticIds.Contains(id));

    private static IEnumerable<T> Instances<T>(Type neighbour) => neighbour.Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(T)))
        .Select(type => (T)Activator.CreateInstance(type)!);
}
