using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipeline.Analyzers.Tests;

/// <summary>
/// The generator as a project references it, so that code fixes, too, see its output. What a Roslyn test's own
/// GetSourceGenerators names runs for the analyzers only.
/// </summary>
internal sealed class GeneratorReference(ISourceGenerator generator) : AnalyzerReference
{
    public override string? FullPath => null;

    public override object Id => generator;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [generator];

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => [generator];
}
