using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>One call of a group as it is written: which statement awaits it, and what receives its result.</summary>
internal sealed class ParallelCall
{
    public required CallNode Node { get; init; }

    /// <summary>The call itself: <c>model.ToAsync.Predict(x)</c>.</summary>
    public required InvocationExpressionSyntax Invocation { get; init; }

    /// <summary>The whole <c>await</c>, with <c>ConfigureAwait</c> where there is one.</summary>
    public required AwaitExpressionSyntax Await { get; init; }

    /// <summary>The argument of <c>ConfigureAwait</c> as written, or null.</summary>
    public required string? ConfigureAwait { get; init; }

    /// <summary>The place of the statement in the block.</summary>
    public required int Statement { get; init; }

    /// <summary>How the result is received.</summary>
    public required ResultTarget Target { get; init; }

    /// <summary>What the call's task gives; null for a task without a result.</summary>
    public required ITypeSymbol? ResultType { get; init; }

    /// <summary>The name its result goes by in the rewritten block.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the join binds the result to: its name, or a discard where nobody asks for it any more.</summary>
    public string Bound { get; set; } = "";

    /// <summary>One more than the highest level among the calls it needs; from zero.</summary>
    public int Level { get; set; }
}
