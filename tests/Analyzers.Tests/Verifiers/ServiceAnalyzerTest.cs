using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Pipeline.Analyzers.Tests;

/// <summary>One analyzer over sources that also went through the generator.</summary>
internal sealed class ServiceAnalyzerTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public ServiceAnalyzerTest(params ReadOnlySpan<string> sources)
    {
        foreach (var source in sources)
            TestState.Sources.Add(source);
        ServiceProject.AddTo(this);
    }

    protected override ParseOptions CreateParseOptions() => ServiceProject.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => ServiceProject.CompilationOptions;
}
