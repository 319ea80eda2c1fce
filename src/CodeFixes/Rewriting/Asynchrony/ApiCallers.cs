using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.CodeFixes.Rewriting.Asynchrony;

/// <summary>Who would notice that an API becomes async.</summary>
internal static class ApiCallers
{
    /// <summary>
    /// Whether anything in the solution names the method itself, derives from the proxy, or uses the proxy's member as anything but
    /// a call.
    /// </summary>
    public static async Task<bool> ExistAsync(Document document, IMethodSymbol method, CancellationToken cancellationToken)
    {
        var solution = document.Project.Solution;
        foreach (var reference in await ReferencesAsync(method, solution, cancellationToken).ConfigureAwait(false))
        {
            if (reference.Document is not SourceGeneratedDocument)
                return true;
        }

        if (method.ContainingType.GetTypeMembers(ProxyNames.Proxy).FirstOrDefault() is not { } proxy)
            return true;
        var derived =
            await SymbolFinder.FindDerivedClassesAsync(proxy, solution, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (derived.Any(type => !SymbolEqualityComparer.Default.Equals(type.ContainingType, method.ContainingType)))
            return true;
        foreach (var member in proxy.GetMembers(method.Name))
        {
            foreach (var reference in await ReferencesAsync(member, solution, cancellationToken).ConfigureAwait(false))
            {
                if (reference.Document is not SourceGeneratedDocument
                    && !await IsCallAsync(reference, cancellationToken).ConfigureAwait(false))
                    return true;
            }
        }

        return false;
    }

    private static async Task<IEnumerable<ReferenceLocation>> ReferencesAsync(
        ISymbol symbol, Solution solution, CancellationToken cancellationToken)
    {
        var found = await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false);
        return found.SelectMany(static references => references.Locations);
    }

    private static async Task<bool> IsCallAsync(ReferenceLocation reference, CancellationToken cancellationToken)
    {
        var root = await reference.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var name = root!.FindNode(reference.Location.SourceSpan);
        return name.Parent is InvocationExpressionSyntax
            || (name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } member && member.Name == name);
    }
}
