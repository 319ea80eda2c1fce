using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>Whether the language lets an expression be awaited where it stands. Each reason against is a method.</summary>
internal static class AwaitContext
{
    public static bool Permits(IOperation operation)
    {
        var child = operation;
        for (var parent = operation.Parent; parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (IsLockBody(parent, child) || IsCatchFilter(parent, child) || IsInterpolationByReference(parent))
                return false;
            if (EnclosingFunction.Of(parent) is { } function)
            {
                return function.IsAsync && !IsUnsafe(operation.Syntax) && !LiveReferences.CrossAwaitAt(operation, parent)
                    && !ThreadBoundRegion.IsAround(operation);
            }
        }

        return false;
    }

    /// <summary>Whether the expression could be awaited if its method, and only that, became async.</summary>
    public static bool PermitsOnceAsync(IOperation operation)
    {
        var child = operation;
        for (var parent = operation.Parent; parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (IsLockBody(parent, child) || IsCatchFilter(parent, child) || IsInterpolationByReference(parent)
                || parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
        }

        return !IsUnsafe(operation.Syntax) && !ThreadBoundRegion.IsAround(operation);
    }

    private static bool IsLockBody(IOperation parent, IOperation child) => parent is ILockOperation statement && statement.Body == child;

    private static bool IsCatchFilter(IOperation parent, IOperation child) =>
        parent is ICatchClauseOperation clause && clause.Filter == child;

    private static bool IsInterpolationByReference(IOperation parent) =>
        parent is IInterpolatedStringHandlerCreationOperation { Type.IsRefLikeType: true };

    private static bool IsUnsafe(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case UnsafeStatementSyntax:
                case MemberDeclarationSyntax member when member.Modifiers.Any(SyntaxKind.UnsafeKeyword):
                case LocalFunctionStatementSyntax function when function.Modifiers.Any(SyntaxKind.UnsafeKeyword):
                    return true;
            }
        }

        return false;
    }
}
