using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Pipeline.Analyzers.Tests;

/// <summary>One analyzer and its code fix, applied one by one and as fix-all in document, project and solution.</summary>
internal sealed class ServiceCodeFixTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public ServiceCodeFixTest(string source, string fixedSource)
    {
        TestState.Sources.Add(source);
        FixedState.Sources.Add(fixedSource);
        FixedState.MarkupHandling = MarkupMode.Allow;
        ServiceProject.AddTo(this);
        FixedState.Sources.Add(TestState.Sources[^1]);
    }

    protected override ParseOptions CreateParseOptions() => ServiceProject.ParseOptions;

    protected override CompilationOptions CreateCompilationOptions() => ServiceProject.CompilationOptions;
}
