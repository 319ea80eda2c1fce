using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Loops;

/// <summary>A loop whose iterations wait for one another needlessly: what one report is about, and one fix.</summary>
/// <param name="Loop">The <c>foreach</c> or <c>for</c>.</param>
/// <param name="Iteration">The calls of one iteration.</param>
/// <param name="Place">Where each iteration leaves its one result.</param>
internal sealed record LoopCalls(ILoopOperation Loop, CallTrace Iteration, Place Place);
