using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Dependence.Loops;
using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Library.Clients;

namespace Pipeline.Analyzers.Dependence;

/// <summary>
/// Finds the calls of a body that could overlap and do not: which calls must wait for which, which only do, and what it costs.
/// One per compilation, safe for concurrent use.
/// </summary>
/// <remarks>A body is a method's, an accessor's, an initializer's: with all the lambdas and local functions in it.</remarks>
internal sealed class DependenceAnalysis(CallRecognizer recognizer)
{
    private static readonly ConditionalWeakTable<Compilation, DependenceAnalysis> OfServices = new();
    private static readonly ConditionalWeakTable<Compilation, DependenceAnalysis> OfAllClients = new();

    private readonly ConditionalWeakTable<IOperation, StrongBox<BodyContext?>> _bodies = new();
    private readonly TypeFacts _types = new();

    /// <summary>
    /// The one analysis of the compilation's awaited service calls: what one rule found out about a body is there for the next.
    /// </summary>
    public static DependenceAnalysis Of(Compilation compilation, AnalyzerOptions options) =>
        OfServices.GetValue(compilation, key => new(new(EffectClassifier.Of(key, options), CallViews.Async)));

    /// <summary>The one analysis of the compilation's client calls, and of the service calls beside them.</summary>
    public static DependenceAnalysis OfClients(Compilation compilation, AnalyzerOptions options) => OfAllClients.GetValue(
        compilation, key => new(new(EffectClassifier.Of(key, options), CallViews.Async, ClientTypes.Of(options))));

    /// <summary>The groups of calls in the body that wait for one another needlessly.</summary>
    public ImmutableArray<CallGroup> FindGroups(IOperation body, SemanticModel model, CancellationToken cancellationToken) =>
        [.. Trace(body, model, cancellationToken).SelectMany(static trace => GroupFinder.Find(trace))];

    /// <summary>The same, as far as a client of another library waits or is waited for.</summary>
    public ImmutableArray<CallGroup> FindClientGroups(IOperation body, SemanticModel model, CancellationToken cancellationToken) =>
        [.. Trace(body, model, cancellationToken).SelectMany(static trace => GroupFinder.Find(trace, ConcernsClient))];

    /// <summary>The calls that only a check of an earlier result keeps waiting, as far as nothing else is reported of them.</summary>
    public IEnumerable<GuardedCall> FindGuarded(IOperation body, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var trace in Trace(body, model, cancellationToken))
        {
            var reported = GroupFinder.Find(trace).SelectMany(static group => group.Calls).ToArray();
            foreach (var call in GuardedCall.Find(trace))
            {
                if (!reported.Contains(call.Call))
                    yield return call;
            }
        }
    }

    /// <summary>The loops of the body whose iterations wait for one another needlessly.</summary>
    public ImmutableArray<LoopCalls> FindLoops(IOperation body, SemanticModel model, CancellationToken cancellationToken) =>
        Look(body, model) is { Loops.Count: > 0 } context ? [.. LoopFinder.Find(context, cancellationToken)] : [];

    /// <summary>The calls awaited among the arguments of a gather that hold up later arguments.</summary>
    public ImmutableArray<GatherDelay> FindDelays(IOperation body, SemanticModel model, CancellationToken cancellationToken) =>
        [.. Trace(body, model, cancellationToken).SelectMany(GatherDelay.Find)];

    /// <summary>Why every two calls of the body that stay in order do so.</summary>
    public IEnumerable<OrderExplanation> Explain(IOperation body, SemanticModel model, CancellationToken cancellationToken) =>
        OrderExplanation.Of(Trace(body, model, cancellationToken));

    /// <summary>Why the iterations of every loop of the body that stay in order do so, at the loop's first call.</summary>
    public IEnumerable<(ServiceCall Call, OrderReason Reason)> ExplainLoops(
        IOperation body, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Look(body, model) is not { } context)
            yield break;

        foreach (var loop in context.Loops)
        {
            if (context.FirstCallIn(loop.Body) is { } call && LoopFinder.Judge(loop, context, cancellationToken).Reason is { } reason)
                yield return (call, reason);
        }
    }

    /// <summary>The straight lines of the body that hold calls; none where there are fewer than two calls.</summary>
    public IReadOnlyList<CallTrace> Trace(IOperation body, SemanticModel model, CancellationToken cancellationToken) =>
        Look(body, model) is { CallCount: > 1 } context ? context.Trace(cancellationToken) : [];

    /// <summary>What is to know of a body before it is walked; null if no call in it counts.</summary>
    public BodyContext? Look(IOperation body, SemanticModel model) => _bodies.GetValue(body, key =>
        new(BodyScan.Of(key, recognizer) is { } scan
            ? new BodyContext(key, scan, _types, model) { IsNamedHarmless = recognizer.IsNamedHarmless }
            : null)).Value;

    private static bool ConcernsClient(CallNode earlier, CallNode later) =>
        earlier.Call.View is CallViews.Client || later.Call.View is CallViews.Client;
}
