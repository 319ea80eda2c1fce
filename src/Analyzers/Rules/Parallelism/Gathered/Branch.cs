using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Rules.Parallelism.Gathered;

/// <summary>A service call that a gather waits for.</summary>
/// <param name="Call">The call.</param>
/// <param name="Place">Where the gather takes it: the call, or the variable its task was kept in.</param>
/// <param name="Repeats">Whether it is made for each item of a sequence.</param>
internal readonly record struct Branch(IInvocationOperation Call, IOperation Place, bool Repeats);
