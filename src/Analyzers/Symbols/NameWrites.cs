using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Analyzers.Symbols;

/// <summary>
/// Where a type writes a name, judged without binding: another thing of the same name only makes the answer more careful.
/// </summary>
internal static class NameWrites
{
    public static bool IsNeverAssigned(IParameterSymbol parameter) => parameter.ContainingType.DeclaringSyntaxReferences.All(
        declaration => !declaration.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>().Any(
            name => name.Identifier.ValueText == parameter.Name && IsWritten(name)));

    /// <summary>Whether nothing in the type writes the member.</summary>
    public static bool IsNeverWritten(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences.All(
        declaration => !declaration.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>().Any(
            name => name.Identifier.ValueText == member.Name && IsMemberWritten(name)));

    /// <summary>Also <c>this.member = …</c>, and a member of a structure that is the member.</summary>
    private static bool IsMemberWritten(IdentifierNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        while (true)
        {
            if (IsWritten(whole))
                return true;
            if (whole.Parent is not (MemberAccessExpressionSyntax or ElementAccessExpressionSyntax))
                return false;
            whole = (ExpressionSyntax)whole.Parent;
        }
    }

    /// <summary>Whether the expression stands where it is assigned, counted up, passed by reference or aliased.</summary>
    public static bool IsWritten(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        PrefixUnaryExpressionSyntax prefix =>
            prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple),
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
        RefExpressionSyntax => true,
        ParenthesizedExpressionSyntax parenthesized => IsWritten(parenthesized),
        _ => false,
    };
}
