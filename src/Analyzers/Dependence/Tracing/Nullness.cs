using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Whether a value is known not to be null: by the compiler's flow analysis, and not by the developer's word alone.</summary>
internal static class Nullness
{
    public static bool IsNotNull(IOperation operation, BodyContext body)
    {
        if (operation.Type is { IsValueType: true })
            return true;
        if (operation.IsClaim() || IsClaimed(operation, body))
            return false;

        // The compiler records no flow state on the right side of a deconstruction, nor where nullable is off.
        return body.Model.GetTypeInfo(operation.Syntax, body.CancellationToken).Nullability.FlowState switch
        {
            NullableFlowState.NotNull => true,
            NullableFlowState.None => IsDeclaredNotNull(operation),
            _ => false,
        };
    }

    /// <summary>Whether the value stands under a <c>!</c>.</summary>
    public static bool IsClaim(this IOperation? value) => value?.Syntax is ExpressionSyntax syntax && (IsClaim(syntax) || IsUnderClaim(syntax));

    private static bool IsClaim(SyntaxNode? syntax)
    {
        while (syntax is ParenthesizedExpressionSyntax parenthesized)
            syntax = parenthesized.Expression;
        return syntax.IsKind(SyntaxKind.SuppressNullableWarningExpression);
    }

    private static bool IsUnderClaim(SyntaxNode syntax)
    {
        while (syntax.Parent is ParenthesizedExpressionSyntax parenthesized)
            syntax = parenthesized;
        return syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression);
    }

    private static bool IsClaimed(IOperation operation, BodyContext body) => operation switch
    {
        IMemberReferenceOperation member => member.Member.DeclaringSyntaxReferences.Any(declaration => IsClaim(InitialValue(declaration.GetSyntax()))),
        _ => operation.ReferencedVariable() is { } variable && body.Variables.IsClaimedNotNull(variable),
    };

    private static ExpressionSyntax? InitialValue(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        _ => null,
    };

    private static bool IsDeclaredNotNull(IOperation operation) => operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.NullableAnnotation is NullableAnnotation.NotAnnotated,
        IFieldReferenceOperation field => field.Field.NullableAnnotation is NullableAnnotation.NotAnnotated,
        IPropertyReferenceOperation property => property.Property.NullableAnnotation is NullableAnnotation.NotAnnotated,
        IInvocationOperation call => call.TargetMethod.ReturnNullableAnnotation is NullableAnnotation.NotAnnotated,
        IAwaitOperation { Operation.Type: INamedTypeSymbol { TypeArgumentNullableAnnotations: [NullableAnnotation.NotAnnotated] } } => true,
        _ => false,
    };
}
