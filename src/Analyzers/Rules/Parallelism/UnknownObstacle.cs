using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Names;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>A call of unknown effect that alone keeps calls in sequence.</summary>
/// <param name="Call">The call.</param>
/// <param name="Gain">What could run together: "'a.Get' and 'b.Frob'", "the iterations of the loop".</param>
internal readonly record struct UnknownObstacle(ServiceCall Call, string Gain)
{
    /// <summary>One for each API, found by asking what would be reported if that API alone were known to read only.</summary>
    public static IEnumerable<UnknownObstacle> FindIn(
        IOperation body, DependenceAnalysis analysis, EffectClassifier effects, CancellationToken cancellationToken)
    {
        if (analysis.Look(body, body.SemanticModel!) is not { } context)
            yield break;

        var unknown = context.Calls
            .Where(static call => call.Effect.Kind is EffectKind.Unknown)
            .OrderBy(static call => call.Invocation.Syntax.SpanStart)
            .GroupBy(static call => EffectClassifier.ApiOf(call.Invocation), SymbolEqualityComparer.Default);
        foreach (var calls in unknown)
        {
            var assumed = new DependenceAnalysis(new(effects.Assuming(calls.First().Invocation), CallViews.Async));
            foreach (var call in calls)
            {
                if (GainOf(call, body, assumed, cancellationToken) is not { } gain)
                    continue;
                yield return new(call, gain);
                break;
            }
        }
    }

    private static string? GainOf(ServiceCall call, IOperation body, DependenceAnalysis assumed, CancellationToken cancellationToken)
    {
        foreach (var group in assumed.FindGroups(body, body.SemanticModel!, cancellationToken))
        {
            if (group.Calls.Any(member => member.Invocation == call.Invocation))
                return GroupReport.List(group.Calls);
        }

        return assumed.FindLoops(body, body.SemanticModel!, cancellationToken)
            .Any(loop => loop.Iteration.Calls.Any(member => member.Invocation == call.Invocation))
            ? "The iterations of the loop"
            : null;
    }
}
