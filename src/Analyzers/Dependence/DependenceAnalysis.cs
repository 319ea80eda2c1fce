using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Calls;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence;

/// <summary>
/// Finds the calls of a body that could overlap and do not: which calls must wait for which, which only do, and what it costs.
/// One per compilation, safe for concurrent use.
/// </summary>
internal sealed class DependenceAnalysis(CallRecognizer recognizer)
{
    private readonly TypeFacts _types = new();

    /// <summary>The groups of calls in the body that wait for one another needlessly.</summary>
    /// <param name="body">A whole body: a method's, an accessor's, an initializer's, with the lambdas and local functions in it.</param>
    public ImmutableArray<CallGroup> FindGroups(IOperation body, SemanticModel model, CancellationToken cancellationToken) =>
        [.. Trace(body, model, cancellationToken).SelectMany(static trace => GroupFinder.Find(trace))];

    /// <summary>The straight lines of the body that hold calls; empty where there are fewer than two calls.</summary>
    public IReadOnlyList<CallTrace> Trace(IOperation body, SemanticModel model, CancellationToken cancellationToken)
    {
        var context = new BodyContext(body, recognizer, _types, model, cancellationToken);
        return context.CallCount < 2 ? [] : FlowTracer.Run(context);
    }
}
