using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

/// <summary>What every generated file must satisfy, whatever the test is about.</summary>
internal static partial class GeneratorVerifier
{
    private static readonly string[] Steps =
        [TrackingNames.Services, TrackingNames.HintNames, TrackingNames.HintNameClashes, TrackingNames.Sources];

    /// <summary>The output compiles without a warning, an unrelated edit re-runs nothing, and the files are those committed.</summary>
    public static void Verify(string source, [CallerMemberName] string name = "")
    {
        var run = Run(source);
        var files = run.Sources.Select(file => (file.HintName, WithoutVersion(file.Text)));
        Assert.That(Snapshot.Compare("Generators.Tests", name, files), Is.Empty);
    }

    /// <summary>As <see cref="Verify"/>, without files to compare.</summary>
    public static GeneratorRun Run(params string[] sources)
    {
        var compilation = ServiceCompilation.Create(sources);
        var run = GeneratorRun.Start(compilation);
        Assert.That(run.Result.Exception, Is.Null);
        Assert.That(Problems(run.Output), Is.Empty);
        AssertUnrelatedEditIsCached(run, compilation);
        return run;
    }

    /// <summary>Errors and warnings, but for documentation the test's own source does without.</summary>
    public static IEnumerable<Diagnostic> Problems(CSharpCompilation output)
    {
        var generated = output.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).ToHashSet();
        return output.GetDiagnostics().Where(diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning
            && (diagnostic.Id is not ("CS1591" or "CS9113") || generated.Contains(diagnostic.Location.SourceTree!)));
    }

    private static void AssertUnrelatedEditIsCached(GeneratorRun run, CSharpCompilation compilation)
    {
        var edited = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", ServiceCompilation.ParseOptions));
        var second = run.Next(edited);
        foreach (string step in Steps)
        {
            Assert.That(
                second.Reasons(step),
                Is.All.EqualTo(IncrementalStepRunReason.Cached).Or.EqualTo(IncrementalStepRunReason.Unchanged),
                step);
        }
    }

    private static string WithoutVersion(string text) => GeneratorVersion().Replace(text, "$1VERSION$2");

    [GeneratedRegex("""("Pipeline\.Generators", ")[\d.]+(")""")]
    private static partial Regex GeneratorVersion();
}
