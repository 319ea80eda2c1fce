using Microsoft.CodeAnalysis.CSharp;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Makes of whole code what it is between two keystrokes: tokens missing, doubled, moved.</summary>
internal static class CodeBeingTyped
{
    private static readonly string[] Insertions =
    [
        "{", "}", "(", ")", "<", ">", "[", "]", ";", ",", ".", "?", "=", "=>", "@", "\"", "'", "//", "/*", "#if X", "\n#endif\n", "partial",
        "class", "record", "static", "abstract", "async", "await", "params", "ref", "default", "this", "base", "where", "file", "int", "T",
        "Proxy", "[Pipeline.Api]", "[Pipeline.Service]", "[Pipeline.Depends]", "global::", "namespace N;", "extern alias", "0", "null", "*",
    ];

    public static string Disturb(string source, Random random)
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
