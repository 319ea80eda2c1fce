using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Parallelism.Started;

/// <summary>
/// Tells where a way through the code may exist on paper only: two conditions that look at the same thing can rule each other
/// out, and which of them do is not for an analyzer to guess.
/// </summary>
internal static class RepeatedConditions
{
    /// <summary>Whether something tested before the operation is tested again after it.</summary>
    public static bool Surround(IOperation operation)
    {
        int position = operation.Syntax.SpanStart;
        var before = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var after = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var condition in EnclosingFunction.BodyAround(operation).Descendants().Select(ConditionOf).OfType<IOperation>())
            (condition.Syntax.SpanStart < position ? before : after).UnionWith(Mentioned(condition));
        return before.Overlaps(after);
    }

    private static IOperation? ConditionOf(IOperation operation) => operation switch
    {
        IConditionalOperation conditional => conditional.Condition,
        IWhileLoopOperation loop => loop.Condition,
        IForLoopOperation loop => loop.Condition,
        ISwitchOperation choice => choice.Value,
        ISwitchExpressionOperation choice => choice.Value,
        ICoalesceOperation coalesce => coalesce.Value,
        IConditionalAccessOperation access => access.Operation,
        _ => null,
    };

    private static IEnumerable<ISymbol> Mentioned(IOperation condition) => condition.DescendantsAndSelf()
        .Select(static operation => operation switch
        {
            ILocalReferenceOperation reference => reference.Local,
            IParameterReferenceOperation reference => reference.Parameter,
            IMemberReferenceOperation reference => reference.Member,
            IInvocationOperation call => call.TargetMethod,
            _ => (ISymbol?)null,
        })
        .OfType<ISymbol>();
}
