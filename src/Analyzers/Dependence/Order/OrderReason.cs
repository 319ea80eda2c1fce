using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>Why two calls stay one after the other.</summary>
/// <param name="Condition">The condition that does not hold.</param>
/// <param name="Text">The same for the developer, without a full stop: "'total' is written at line 12".</param>
/// <param name="Cause">What stands in the way.</param>
internal sealed record OrderReason(OrderCondition Condition, string Text, IOperation Cause);
