using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Planning;

/// <summary>
/// Takes the statements between the first and the last call of a group apart: starts of calls, and what receives or surrounds them.
/// </summary>
internal static class ScheduleItems
{
    /// <returns>The items in source order; null where a call writes variables or the flow of data is not known.</returns>
    public static IReadOnlyList<ScheduleItem>? Of(
        IReadOnlyList<ParallelCall> calls, IReadOnlyList<StatementSyntax> statements, SemanticModel model)
    {
        var items = new List<ScheduleItem>();
        for (int place = calls.Min(static call => call.Statement); place <= calls.Max(static call => call.Statement); place++)
        {
            var awaited = calls.Where(call => call.Statement == place).ToArray();
            foreach (var call in awaited)
            {
                if (Writes(call.Invocation))
                    return null;
                items.Add(new() { Start = call, Statement = place, Reads = Read(call.Invocation, model), Writes = [] });
            }

            if (model.AnalyzeDataFlow(statements[place]) is not { Succeeded: true } whole)
                return null;
            bool receives = awaited is [{ Target: not ResultTarget.Expression }];
            var rest = NodesBeside(statements[place], awaited).ToArray();
            items.Add(new()
            {
                Statement = place,
                Awaited = awaited,
                Reads = receives ? [] : awaited.Length == 0
                    ? whole.ReadInside : [.. whole.ReadInside.Where(variable => IsMentioned(variable, rest, model))],
                Writes = whole.WrittenInside,
                MayChangeObjects = !receives && rest.Any(MayChangeObjects),
            });
        }

        return items;
    }

    /// <summary>
    /// Whether a variable may be written in the call. Data flow analysis does not tell for the receiver of <c>ConfigureAwait</c>.
    /// </summary>
    private static bool Writes(InvocationExpressionSyntax call) => call.DescendantNodes().Any(static node => node
        is AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax }
        or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
        or ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }
        or SingleVariableDesignationSyntax);

    /// <summary>What is in the statement apart from the calls it awaits.</summary>
    private static IEnumerable<SyntaxNode> NodesBeside(StatementSyntax statement, ParallelCall[] awaited) =>
        statement.DescendantNodes(node => !awaited.Any(call => call.Await == node)).Where(node => !awaited.Any(call => call.Await == node));

    /// <summary>Whether the variable is named there, or may be used without its name by what is called there.</summary>
    private static bool IsMentioned(ISymbol variable, SyntaxNode[] nodes, SemanticModel model) => nodes.Any(node =>
        node is IdentifierNameSyntax name && model.GetSymbolInfo(name).Symbol is { } symbol
        && (SymbolEqualityComparer.Default.Equals(symbol, variable) || symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction }));

    private static HashSet<ISymbol> Read(InvocationExpressionSyntax call, SemanticModel model) => new(
        call.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .Where(static symbol => symbol is ILocalSymbol or IParameterSymbol)!,
        SymbolEqualityComparer.Default);

    private static bool MayChangeObjects(SyntaxNode node) => node
        is InvocationExpressionSyntax { Expression: not IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
        or AssignmentExpressionSyntax { Left: not IdentifierNameSyntax, Parent: not InitializerExpressionSyntax }
        or PostfixUnaryExpressionSyntax
        {
            Operand: not IdentifierNameSyntax,
            RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression
        }
        or PrefixUnaryExpressionSyntax
        {
            Operand: not IdentifierNameSyntax,
            RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression
        };
}
