using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Library.Recorded;

/// <summary>Tells one state of some code from another; layout does not count, nor do comments where no <c>#if</c> is.</summary>
internal static class SourceHash
{
    private const uint Start = 2166136261;
    private const uint Factor = 16777619;

    /// <summary>Eight digits, the same on every machine (FNV-1a over the tokens).</summary>
    public static string Of(IEnumerable<IMethodSymbol> bodies, CancellationToken cancellationToken)
    {
        uint hash = Start;
        foreach (var body in bodies)
        {
            foreach (var part in (body.PartialImplementationPart ?? body).DeclaringSyntaxReferences)
            {
                var syntax = part.GetSyntax(cancellationToken);

                // What one target leaves out, another compiles: the text is the same for both.
                hash = syntax.ContainsDirectives
                    ? syntax.ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Aggregate(hash, Add)
                    : syntax.DescendantTokens().Aggregate(hash, static (all, token) => Add(all, token.Text));
            }
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    private static uint Add(uint hash, string text)
    {
        foreach (char letter in text)
            hash = unchecked((hash ^ letter) * Factor);
        return unchecked((hash ^ ' ') * Factor);
    }
}
