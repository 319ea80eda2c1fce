using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Proxies;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>Whether an <c>await</c> inside an expression may be evaluated before everything else in its statement.</summary>
internal static class HoistCheck
{
    public static bool CanHoist(ParallelCall call, StatementSyntax statement, IReadOnlyList<ParallelCall> calls, SemanticModel model)
    {
        if (statement is not (LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or IfStatementSyntax or CommonForEachStatementSyntax))
            return false;
        if (statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
            return false;

        SyntaxNode child = call.Await;
        for (var node = child.Parent!; ; (child, node) = (node, node.Parent!))
        {
            if (node != statement && node is StatementSyntax or AnonymousFunctionExpressionSyntax)
                return false;
            foreach (var before in node.ChildNodes().TakeWhile(sibling => sibling != child))
            {
                if (!IsUnmoved(before, node, calls, model))
                    return false;
            }

            if (node == statement)
                return true;
        }
    }

    /// <summary>Whether it makes no difference when this is evaluated.</summary>
    private static bool IsUnmoved(SyntaxNode node, SyntaxNode parent, IReadOnlyList<ParallelCall> calls, SemanticModel model)
    {
        if (calls.Any(call => call.Await == node) || node is LiteralExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax)
            return true;
        if (node is ExpressionSyntax expression && model.GetConstantValue(expression).HasValue)
            return true;
        switch (node)
        {
            case TypeSyntax type when model.GetSymbolInfo(type).Symbol is ITypeSymbol or INamespaceSymbol or null && type is not IdentifierNameSyntax { IsVar: false }:
                return true;
            case IdentifierNameSyntax name:
                return model.GetSymbolInfo(name).Symbol is ITypeSymbol or INamespaceSymbol or IMethodSymbol or IRangeVariableSymbol
                    || (model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol
                        && parent is not AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression })
                    || (parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == node)
                    || parent is NameColonSyntax or NameEqualsSyntax;
            case MemberAccessExpressionSyntax member when model.GetSymbolInfo(member).Symbol is IMethodSymbol or ITypeSymbol or INamespaceSymbol or IPropertySymbol { Name: ProxyNames.ToAsync }
                || (parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } target && target.Left == node):
                return IsUnmoved(member.Expression, member, calls, model);
            case ArgumentSyntax or EqualsValueClauseSyntax or InitializerExpressionSyntax or ParenthesizedExpressionSyntax or NameColonSyntax or InterpolatedStringTextSyntax
                or InterpolationSyntax or AttributeListSyntax or ExpressionElementSyntax:
                return node.ChildNodes().All(child => IsUnmoved(child, node, calls, model));
            case BinaryExpressionSyntax binary when calls.Any(call => binary.Span.Contains(call.Await.Span)):
                return node.ChildNodes().All(child => IsUnmoved(child, node, calls, model));
            default:
                return false;
        }
    }
}
