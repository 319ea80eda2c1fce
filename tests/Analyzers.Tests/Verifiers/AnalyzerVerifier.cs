using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Pipeline.Analyzers.Tests;

/// <summary>Checks that an analyzer reports exactly what the source marks: <c>{|PIPE003:here|}</c>, or <c>[|here|]</c>.</summary>
internal static class AnalyzerVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Source and expectation in one; further expectations carry messages: <c>{|#0:here|}</c> and <c>WithLocation(0)</c>.</summary>
    public static Task VerifyAsync(string source, params ReadOnlySpan<DiagnosticResult> expected)
    {
        var test = new ServiceAnalyzerTest<TAnalyzer>(source);
        test.ExpectedDiagnostics.AddRange(expected.ToArray());
        return test.RunAsync();
    }
}
