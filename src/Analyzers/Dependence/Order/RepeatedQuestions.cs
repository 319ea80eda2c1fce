using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>
/// Condition 10: who asks the same question again wants to see a change, so that the second answer stays behind the first, and
/// everything between them in its place. What is declared to depend on its arguments alone gives the same answer anyway.
/// </summary>
internal static class RepeatedQuestions
{
    private const int MaxAliases = 8;

    public static OrderReason? Order(CallPair pair)
    {
        foreach (var (first, again) in pair.Trace.Repeated ??= Find(pair.Trace.Calls))
        {
            if (first <= pair.Earlier.Index && again >= pair.Later.Index)
                return new(
                    OrderCondition.RepeatedQuestion,
                    $"'{pair.Trace.Calls[again].Call.Name}' asks what was asked before, so its answer may have changed",
                    pair.Trace.Calls[again].Invocation);
        }

        return null;
    }

    private static List<(int First, int Again)> Find(IReadOnlyList<CallNode> calls) =>
    [
        .. from again in calls
           from first in calls
           where first.End < again.Start && IsSame(first, again)
           select (first.Index, again.Index),
    ];

    /// <summary>Whether every iteration of the loop asks the same.</summary>
    public static bool IsSameEachTime(CallNode call, ILoopOperation loop) =>
        !call.Call.Effect.IsNone
        && !call.Invocation.DescendantsAndSelf().Any(part => part.ReferencedVariable() is { } variable && IsDeclaredIn(variable, loop));

    private static bool IsDeclaredIn(ISymbol variable, ILoopOperation loop) =>
        variable.DeclaringSyntaxReferences.Any(
            declaration => declaration.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(declaration.Span));

    private static bool IsSame(CallNode first, CallNode again)
    {
        var (left, right) = (first.Invocation, again.Invocation);
        return SymbolEqualityComparer.Default.Equals(left.TargetMethod, right.TargetMethod)
            && left.Arguments.Length == right.Arguments.Length
            && IsSame(ProxySources.ReceiverOf(left), ProxySources.ReceiverOf(right))
            && left.Arguments.Zip(right.Arguments, static (one, other) => one.Parameter?.IsCancellationToken() is true
                || IsSame(one.Value, other.Value)).All(static same => same)
            && !IsAnyWrittenBetween(first, again)
            && !again.Call.Effect.IsNone;
    }

    /// <summary>Whether a variable that both calls use stands for something else by the time of the second.</summary>
    private static bool IsAnyWrittenBetween(CallNode first, CallNode again)
    {
        IOperation root = again.Invocation;
        while (root.Parent is { } parent)
            root = parent;
        var used = again.Invocation.Descendants().Select(static part => part.ReferencedVariable()).OfType<ISymbol>().ToArray();
        return root.Descendants().Any(part =>
            part.ReferencedVariable() is { } variable
            && part.Syntax.SpanStart > first.Invocation.Syntax.Span.End
            && part.Syntax.SpanStart < again.Invocation.Syntax.SpanStart
            && used.Contains(variable, SymbolEqualityComparer.Default)
            && part.IsWritten());
    }

    private static bool IsSame(IOperation? left, IOperation? right) => (Resolve(left), Resolve(right)) switch
    {
        (null, null) => true,
        ({ ConstantValue: { HasValue: true, Value: var one } }, { ConstantValue: { HasValue: true, Value: var other } }) =>
            Equals(one, other),
        ({ } one, { } other) when one.ReferencedVariable() is { } variable && other.ReferencedVariable() is { } same =>
            SymbolEqualityComparer.Default.Equals(variable, same),
        var (one, other) => SyntaxFactory.AreEquivalent(one?.Syntax, other?.Syntax),
    };

    /// <summary>What a local stands for that is declared as another name of something.</summary>
    private static IOperation? Resolve(IOperation? value)
    {
        value = value?.Unwrapped();
        for (int step = 0; step < MaxAliases; step++)
        {
            if (value is not ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] }
                || declaration.GetSyntax() is not VariableDeclaratorSyntax
                {
                    Initializer.Value: IdentifierNameSyntax
                    or MemberAccessExpressionSyntax
                } declarator
                || value.SemanticModel?.GetOperation(declarator.Initializer.Value) is not { } original)
            {
                return value;
            }

            value = original.Unwrapped();
        }

        return value;
    }
}
