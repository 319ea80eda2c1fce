using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Declarations;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>
/// What must hold for every declaration: it carries a PIPE diagnostic, or it compiles without a warning and every API can be
/// called through its proxies. Either way nothing is wrong inside generated files.
/// </summary>
internal static class DeclarationCheck
{
    /// <summary>Checks all in one compilation; what is wrong with each that is not as it must be.</summary>
    public static async Task<ImmutableDictionary<DeclaredService, string>> FindFailuresAsync(IReadOnlyList<DeclaredService> declarations)
    {
        var sources = declarations.ToDictionary(declaration => declaration, declaration => Parse(declaration.ToString()));
        var callers = declarations.ToDictionary(declaration => declaration, declaration => Parse(declaration.Caller()));
        var compilation = ServiceCompilation.Create(RandomTypes.Helpers).AddSyntaxTrees(sources.Values.Concat(callers.Values));
        var run = GeneratorRun.Start(compilation);
        if (run.Result.Exception is { } exception)
            return declarations.ToImmutableDictionary(declaration => declaration, _ => exception.ToString());

        var diagnostics = await run.Output.WithAnalyzers([new ServiceDeclarationAnalyzer()]).GetAllDiagnosticsAsync();
        var reported = diagnostics
            .Where(diagnostic => diagnostic.Id.StartsWith("PIPE", StringComparison.Ordinal))
            .Select(diagnostic => diagnostic.Location.SourceTree)
            .ToHashSet();
        var problems = diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !IsExpected(diagnostic, compilation))
            .ToLookup(diagnostic => diagnostic.Location.SourceTree);

        var failures = ImmutableDictionary.CreateBuilder<DeclaredService, string>();
        foreach (var declaration in declarations)
        {
            bool isReported = reported.Contains(sources[declaration]);
            IEnumerable<Diagnostic> found = problems.Where(group => IsGeneratedFor(declaration, group.Key)).SelectMany(group => group);
            if (!isReported)
                found = found.Concat(problems[sources[declaration]]).Concat(problems[callers[declaration]]);
            var messages = found.Select(diagnostic => diagnostic.ToString()).ToList();
            if (isReported && !declaration.IsSuspicious)
                messages.Add("It is reported although nothing is wrong with it.");
            if (messages.Count > 0)
                failures.Add(declaration, string.Join('\n', messages));
        }

        return failures.ToImmutable();
    }

    /// <summary>What the declarations themselves are warned about: missing documentation, unread parameters, use of what is obsolete.</summary>
    private static bool IsExpected(Diagnostic diagnostic, CSharpCompilation input) =>
        diagnostic.Id is "CS1591" or "CS9113" or "CS8981" or "CS0612" or "CS0618" or "EXP1" or "CS3021" or "CS8632" or "CS8669"
        && (diagnostic.Location.SourceTree is not { } tree || input.ContainsSyntaxTree(tree));

    private static bool IsGeneratedFor(DeclaredService declaration, SyntaxTree? tree) =>
        tree is not null
        && tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)
        && Path.GetFileName(tree.FilePath).StartsWith(declaration.Namespace.Replace("@", "", StringComparison.Ordinal) + ".", StringComparison.Ordinal);

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ServiceCompilation.ParseOptions);
}
