using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.CodeFixes.Rewriting.Blocking;

/// <summary>The cancellation token that a call should pass on.</summary>
internal static class TokenInScope
{
    /// <summary>The name of the one token the nearest function takes, or null. Clean-up code runs whether or not it is canceled.</summary>
    public static string? Find(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
        {
            if (parent is ICatchClauseOperation || (parent is ITryOperation statement && statement.Finally == child))
                return null;
            if (EnclosingFunction.Of(parent) is not { } function)
                continue;
            IParameterSymbol[] tokens = [.. function.Parameters.Where(static parameter => IsToken(parameter.Type))];
            if (tokens.Length > 0)
                return tokens.Length == 1 && IsVisible(tokens[0], operation) ? tokens[0].Name : null;
            if (function.IsStatic && parent is not IMethodBodyOperation)
                return null;
        }

        return null;
    }

    public static bool IsToken(ITypeSymbol type) =>
        type is { Name: nameof(CancellationToken), ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    private static bool IsVisible(IParameterSymbol token, IOperation operation) =>
        operation.SemanticModel!.LookupSymbols(operation.Syntax.SpanStart, name: token.Name)
            .Contains(token, SymbolEqualityComparer.Default);
}
