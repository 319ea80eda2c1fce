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
        if (operation.IsUnproved() || IsUnprovedElsewhere(operation, body))
            return false;

        // The compiler records no flow state on the right side of a deconstruction.
        return body.Model.GetTypeInfo(operation.Syntax).Nullability.FlowState switch
        {
            NullableFlowState.NotNull => true,
            NullableFlowState.None => AnnotationOf(operation) is NullableAnnotation.NotAnnotated,
            _ => false,
        };
    }

    /// <summary>Whether a nullable of a value type is known to have a value; where the compiler does not look, nothing is known.</summary>
    public static bool HasValue(IOperation nullable, BodyContext body) =>
        !nullable.IsUnproved()
        && !IsUnprovedElsewhere(nullable, body)
        && body.Model.GetTypeInfo(nullable.Syntax).Nullability.FlowState is NullableFlowState.NotNull;

    /// <summary>
    /// Whether only a <c>!</c> says that the value is not null, or nobody: the compiler takes what is not annotated for not null.
    /// </summary>
    public static bool IsUnproved(this IOperation value) =>
        value.Syntax is ExpressionSyntax syntax && (IsClaim(syntax) || IsUnderClaim(syntax))
        || (value.Type is { IsReferenceType: true } && AnnotationOf(value) is NullableAnnotation.None);

    private static bool IsUnprovedElsewhere(IOperation operation, BodyContext body) => operation switch
    {
        IMemberReferenceOperation member =>
            member.Member.DeclaringSyntaxReferences.Any(declaration => IsClaim(InitialValue(declaration.GetSyntax()))),
        ILocalReferenceOperation local => body.Variables.HoldsUnproved(local.Local),
        _ => false,
    };

    private static NullableAnnotation? AnnotationOf(IOperation operation) => operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.NullableAnnotation,
        IFieldReferenceOperation field => field.Field.NullableAnnotation,
        IPropertyReferenceOperation property => property.Property.NullableAnnotation,
        IInvocationOperation call => call.TargetMethod.ReturnNullableAnnotation,
        IAwaitOperation { Operation.Type: INamedTypeSymbol { TypeArgumentNullableAnnotations: [var result] } } => result,
        _ => null,
    };

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

    private static ExpressionSyntax? InitialValue(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        _ => null,
    };
}
