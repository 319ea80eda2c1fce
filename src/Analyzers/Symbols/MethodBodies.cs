using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Symbols;

/// <summary>The code that runs when a method is called, where it is in source.</summary>
internal static class MethodBodies
{
    public static IOperation? BodyOf(this Compilation compilation, IMethodSymbol method, CancellationToken cancellationToken) =>
        compilation.BodySyntaxOf(method, cancellationToken) is { } syntax
            ? compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellationToken)
            : null;

    /// <summary>The declaration with the body; null where it is in another assembly, or there is none.</summary>
    public static SyntaxNode? BodySyntaxOf(this Compilation compilation, IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellationToken);
            if (HasBody(syntax) && compilation.ContainsSyntaxTree(syntax.SyntaxTree))
                return syntax;
        }

        return null;
    }

    /// <summary>The initializers that run before any constructor's body: of instances, or of the type.</summary>
    public static IEnumerable<IOperation?> InitializersOf(this Compilation compilation, INamedTypeSymbol type, bool isStatic,
        CancellationToken cancellationToken)
    {
        foreach (var member in type.GetMembers()
            .Where(member => member.IsStatic == isStatic && member is IFieldSymbol { IsConst: false } or IPropertySymbol))
        {
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                if (InitializerOf(reference.GetSyntax(cancellationToken)) is { } initializer
                    && compilation.ContainsSyntaxTree(initializer.SyntaxTree))
                    yield return compilation.GetSemanticModel(initializer.SyntaxTree).GetOperation(initializer, cancellationToken);
            }
        }
    }

    public static bool HasBody(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax => true,
        _ => false,
    };

    private static EqualsValueClauseSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax field => field.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        _ => null,
    };
}
