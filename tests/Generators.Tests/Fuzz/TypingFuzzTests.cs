using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Sources while they are being typed: tokens missing, doubled, moved.</summary>
public sealed class TypingFuzzTests
{
    private const int Sources = 400;
    private const int PerCompilation = 20;

    private static readonly string[] Insertions =
    [
        "{", "}", "(", ")", "<", ">", "[", "]", ";", ",", ".", "?", "=", "=>", "@", "\"", "'", "//", "/*", "#if X", "\n#endif\n", "partial",
        "class", "record", "static", "abstract", "async", "await", "params", "ref", "default", "this", "base", "where", "file", "int", "T",
        "Proxy", "[Pipeline.Api]", "[Pipeline.Service]", "[Pipeline.Depends]", "global::", "namespace N;", "extern alias", "0", "null", "*",
    ];

    [Test]
    public void Generator_CodeBeingTyped_NeverThrowsAndWritesWhatParses()
    {
        int seed = FuzzSeed.Choose();
        var random = new Random(seed);
        var declarations = new RandomDeclarations(seed);
        for (int done = 0; done < Sources; done += PerCompilation)
        {
            string[] sources = [.. Enumerable.Range(done, PerCompilation).Select(number => Disturb(declarations.Next(number).ToString(), random))];
            var run = GeneratorRun.Start(ServiceCompilation.Create([RandomTypes.Helpers, .. sources]));
            for (int edit = 0; edit < 3; edit++)
            {
                AssertSound(run, seed);
                sources = [.. sources.Select(source => Disturb(source, random))];
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

    private static string Disturb(string source, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(source, ServiceCompilation.ParseOptions).GetRoot().DescendantTokens().ToArray();
        if (tokens.Length == 0)
            return source;

        var at = tokens[random.Next(tokens.Length)].FullSpan;
        return random.Next(4) switch
        {
            0 => source.Remove(at.Start, at.Length),
            1 => source.Insert(at.Start, Insertions[random.Next(Insertions.Length)] + " "),
            2 => source.Insert(at.Start, source.Substring(at.Start, at.Length)),
            _ => source.Remove(at.Start, Math.Min(source.Length - at.Start, random.Next(60))),
        };
    }
}
