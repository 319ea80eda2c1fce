using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>Handlers that wait for the exception that only a blocked task throws: an await would throw another one past them.</summary>
internal static class AggregateHandler
{
    public static bool IsAround(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent && EnclosingFunction.Of(child) is null; child = parent)
        {
            if (parent is ITryOperation statement && statement.Body == child && statement.Catches.Any(Expects))
                return true;
        }

        return false;
    }

    /// <summary>In its type, its filter, or what it does with the exception.</summary>
    private static bool Expects(ICatchClauseOperation handler) => handler.Syntax.DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .Any(static name => name.Identifier.ValueText == nameof(AggregateException));
}
