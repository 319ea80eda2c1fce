using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>References and spans: what an await may stand beside, the compiler tells only as it writes code.</summary>
internal static class ReferenceUse
{
    /// <summary>Whether a member that changed has to do with any.</summary>
    public static async Task<bool> IsNearAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var model = await before.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changes = await after.GetTextChangesAsync(before, cancellationToken).ConfigureAwait(false);
        return changes
            .Select(change => MemberAround(root!.FindNode(change.Span)))
            .Distinct()
            .Any(member => member.DescendantNodes().Any(node => IsOne(node, model!)));
    }

    /// <summary>What is inserted above all types is a directive.</summary>
    private static SyntaxNode MemberAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(
            static member => member is not (GlobalStatementSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        ?? node;

    private static bool IsOne(SyntaxNode node, SemanticModel model) => node switch
    {
        RefExpressionSyntax or RefTypeSyntax or StackAllocArrayCreationExpressionSyntax
            or ImplicitStackAllocArrayCreationExpressionSyntax => true,
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax =>
            model.GetDeclaredSymbol(node) is ILocalSymbol local && (local.RefKind is not RefKind.None || local.Type.IsRefLikeType),
        InvocationExpressionSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax =>
            model.GetSymbolInfo(node).Symbol switch
            {
                IMethodSymbol method => method.RefKind is not RefKind.None || method.ReturnType.IsRefLikeType,
                IPropertySymbol property => property.RefKind is not RefKind.None || property.Type.IsRefLikeType,
                _ => false,
            },
        _ => false,
    };
}
