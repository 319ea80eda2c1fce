using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Sources while they are being typed: tokens missing, doubled, moved.</summary>
public sealed class TypingFuzzTests
{
    private const int Sources = 400;
    private const int PerCompilation = 20;

    [Test]
    public void Generator_CodeBeingTyped_NeverThrowsAndWritesWhatParses()
    {
        int seed = FuzzSeed.Choose();
        var random = new Random(seed);
        var declarations = new RandomDeclarations(seed);
        for (int done = 0; done < Sources; done += PerCompilation)
        {
            string[] sources = [.. Enumerable.Range(done, PerCompilation).Select(number => CodeBeingTyped.Disturb(declarations.Next(number).ToString(), random))];
            var run = GeneratorRun.Start(ServiceCompilation.Create([RandomTypes.Helpers, .. sources]));
            for (int edit = 0; edit < 3; edit++)
            {
                AssertSound(run, seed);
                sources = [.. sources.Select(source => CodeBeingTyped.Disturb(source, random))];
                run = run.Next(ServiceCompilation.Create([RandomTypes.Helpers, .. sources]));
            }

            AssertSound(run, seed);
        }
    }

    private static void AssertSound(GeneratorRun run, int seed)
    {
        if (run.Result.Exception is { } exception)
            Assert.Fail($"Seed {seed}: {exception}");
        foreach (var (hintName, text) in run.Sources)
        {
            var errors = CSharpSyntaxTree.ParseText(text, ServiceCompilation.ParseOptions).GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
            Assert.That(errors, Is.Empty, $"Seed {seed}, {hintName}:\n{text}");
        }
    }
}
