using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Shrinking;

/// <summary>Takes statements out of a body for as long as it still fails.</summary>
internal static class Shrinker
{
    /// <param name="fails">Whether a body still fails; false for one that does not compile.</param>
    public static async Task<BodySource> ShrinkAsync(BodySource body, Func<BodySource, Task<bool>> fails)
    {
        while (await SmallerAsync(body, fails) is { } smaller)
            body = smaller;
        return body;
    }

    private static async Task<BodySource?> SmallerAsync(BodySource body, Func<BodySource, Task<bool>> fails)
    {
        foreach (var text in Reductions.Of(CSharpSyntaxTree.ParseText(body.Text).GetRoot()))
        {
            var candidate = body with { Text = text };
            if (text.Length < body.Text.Length && await fails(candidate))
                return candidate;
        }

        return null;
    }
}
