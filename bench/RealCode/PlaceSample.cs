using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.RealCode;

/// <summary>
/// Places that a person labels before the rules are run: pairs of adjacent statements that each await a value, the second naming nothing of
/// the first, and <c>foreach</c> loops that await one value per iteration. Found by syntax alone, so that no rule has a say in the choice.
/// </summary>
internal sealed record PlaceSample(string Kind, string File, int Line, string Code)
{
    private const int LongestLoop = 14;

    /// <summary>So many of either kind, at random, from all folders together; tests and generated code are left out.</summary>
    public static IEnumerable<PlaceSample> Take(IEnumerable<string> folders, int seed, int pairs, int loops)
    {
        var all = folders.SelectMany(FilesOf).AsParallel().AsOrdered().SelectMany(static file => In(file.Folder, file.Path)).ToArray();
        var random = new Random(seed);
        foreach (var (kind, count) in ((string, int)[])[("pair", pairs), ("loop", loops)])
        {
            var ofKind = all.Where(place => place.Kind == kind).ToArray();
            Console.WriteLine($"# {ofKind.Length} {kind}s, of which {Math.Min(count, ofKind.Length)} at random, seed {seed}");
            random.Shuffle(ofKind);
            var taken = ofKind.Take(count).OrderBy(static place => place.File, StringComparer.Ordinal).ThenBy(static place => place.Line);
            foreach (var place in taken)
                yield return place;
        }
    }

    private static IEnumerable<(string Folder, string Path)> FilesOf(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains("Test", StringComparison.OrdinalIgnoreCase))
            .Where(static file => !file.EndsWith(".g.cs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (folder, file));

    private static IEnumerable<PlaceSample> In(string folder, string path)
    {
        var root = CSharpSyntaxTree.ParseText(System.IO.File.ReadAllText(path)).GetRoot();
        string file = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(folder))!, path);
        foreach (var block in root.DescendantNodes().OfType<BlockSyntax>())
        {
            foreach (var (first, second) in block.Statements.Zip(block.Statements.Skip(1)))
            {
                if (TargetOf(first) is { } target && TargetOf(second) is not null && !Names(second, target))
                    yield return Place("pair", file, first, $"{first}\n{second}");
            }
        }

        foreach (var loop in root.DescendantNodes().OfType<ForEachStatementSyntax>())
        {
            var awaits = loop.Statement.DescendantNodes().OfType<AwaitExpressionSyntax>().ToArray();
            if (loop.AwaitKeyword.RawKind == 0 && awaits is [{ Parent: not ExpressionStatementSyntax } await]
                && await.FirstAncestorOrSelf<ForEachStatementSyntax>() == loop)
                yield return Place("loop", file, loop, string.Join('\n', loop.ToString().Split('\n').Take(LongestLoop)));
        }
    }

    private static PlaceSample Place(string kind, string file, SyntaxNode node, string code) =>
        new(kind, file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, code);

    /// <summary>What takes the awaited value; null where the statement is nothing but that.</summary>
    private static string? TargetOf(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax
        {
            UsingKeyword.RawKind: 0,
            Declaration.Variables: [{ Initializer.Value: AwaitExpressionSyntax } one]
        } => one.Identifier.ValueText,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: AwaitExpressionSyntax, Left: var left } } =>
            left.ToString(),
        _ => null,
    };

    private static bool Names(SyntaxNode node, string target) =>
        node.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == target);
}
