using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Planning;

/// <summary>Arguments that cannot throw as they are evaluated: constants, variables, and collections of them.</summary>
internal static class PlainArguments
{
    public static bool Are(ArgumentListSyntax list, SemanticModel model) =>
        list.DescendantNodes(node => !IsConstant(node, model)).All(node => node switch
    {
        ExpressionSyntax when IsConstant(node, model) => true,
        IdentifierNameSyntax name =>
            model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsConst: true } or ITypeSymbol or null,
        ArgumentSyntax or NameColonSyntax or LiteralExpressionSyntax or PredefinedTypeSyntax or CollectionExpressionSyntax
            or ExpressionElementSyntax
            or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax => true,
        _ => false,
    });

    /// <summary><c>nameof</c> is no call.</summary>
    private static bool IsConstant(SyntaxNode node, SemanticModel model) =>
        node is ExpressionSyntax && model.GetConstantValue(node).HasValue;
}
