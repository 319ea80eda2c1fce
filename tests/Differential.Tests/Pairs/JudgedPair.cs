using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Differential.Pairs;

/// <summary>Two calls of a body, and what the analysis says of them.</summary>
/// <param name="Order">The condition that keeps them apart; null where the later one could have started first.</param>
internal sealed record JudgedPair(InvocationExpressionSyntax Earlier, InvocationExpressionSyntax Later, OrderCondition? Order, string Reason)
{
    public bool IsFree => Order is null;
}
