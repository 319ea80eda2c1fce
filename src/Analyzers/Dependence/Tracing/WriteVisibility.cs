using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Whether a write is seen by anyone if what follows it fails.</summary>
internal static class WriteVisibility
{
    /// <summary>Whether the write would be seen: by a reference, by a capture, or where an exception is caught.</summary>
    public static bool IsSeen(ISymbol variable, IOperation write, IOperation region, BodyContext body) =>
        variable is IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { IsRef: true }
        || (variable is IParameterSymbol parameter && parameter.IsPrimary())
        || body.Variables.MayChangeUnseen(variable, write)
        || IsCaptured(variable, write, region, body)
        || IsSeenAfterCatch(variable, write, body);

    /// <summary>A lambda made later cannot have seen the variable, unless the variable outlives the region, as in a loop.</summary>
    private static bool IsCaptured(ISymbol variable, IOperation write, IOperation region, BodyContext body) =>
        body.Variables.FirstCapture(variable) is { } capture
        && (capture < write.Syntax.Span.End || !IsDeclaredIn(variable, region));

    private static bool IsSeenAfterCatch(ISymbol variable, IOperation write, BodyContext body)
    {
        for (var inner = write; inner.Parent is { } outer and not (IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer)
        {
            if (outer is ITryOperation @try && @try.Body == inner && !IsDeclaredIn(variable, inner) && IsSeenOutside(variable, @try, body))
                return true;
        }

        return false;
    }

    /// <summary>Inside a handler, or behind the statement if a handler lets control get there.</summary>
    private static bool IsSeenOutside(ISymbol variable, ITryOperation @try, BodyContext body)
    {
        bool continues = @try.Catches.Any(handler => Continues(handler, body));
        foreach (var reference in body.Variables.References(variable))
        {
            var span = reference.Syntax.Span;
            bool inBody = @try.Body.Syntax.Span.Contains(span);
            if (!inBody && (continues || @try.Syntax.Span.Contains(span)))
                return true;
        }

        return false;
    }

    private static bool Continues(ICatchClauseOperation handler, BodyContext body)
    {
        var flow = body.Model.AnalyzeControlFlow(handler.Handler.Syntax);
        return flow is not { Succeeded: true }
            || flow.EndPointIsReachable
            || flow.ExitPoints.Any(static exit => !exit.IsKind(SyntaxKind.ReturnStatement));
    }

    public static bool IsDeclaredIn(ISymbol variable, IOperation region) =>
        variable is ILocalSymbol
        && variable.DeclaringSyntaxReferences is [var declaration]
        && declaration.SyntaxTree == region.Syntax.SyntaxTree
        && region.Syntax.Span.Contains(declaration.Span);
}
