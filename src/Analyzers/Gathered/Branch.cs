using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Gathered;

/// <summary>A service call that a gather waits for.</summary>
/// <param name="Call">The call.</param>
/// <param name="Repeats">Whether it is made for each item of a sequence.</param>
internal readonly record struct Branch(IInvocationOperation Call, bool Repeats);
