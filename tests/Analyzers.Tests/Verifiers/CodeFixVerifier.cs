using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipeline.Analyzers.Tests;

/// <summary>Checks that a code fix turns the marked source into the other, and that nothing is left to report.</summary>
internal static class CodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public static Task VerifyAsync(string source, string fixedSource) =>
        new ServiceCodeFixTest<TAnalyzer, TCodeFix>(source, fixedSource).RunAsync();

    /// <summary>Applies the action of this title where several are offered.</summary>
    public static Task VerifyActionAsync(string title, string source, string fixedSource) =>
        new ServiceCodeFixTest<TAnalyzer, TCodeFix>(source, fixedSource) { CodeActionEquivalenceKey = title }.RunAsync();

    /// <summary>The analyzer reports what is marked, and no fix is offered.</summary>
    public static Task VerifyNoFixAsync(string source) => VerifyAsync(source, source);
}
