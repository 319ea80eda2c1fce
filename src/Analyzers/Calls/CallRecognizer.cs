using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects;
using Pipeline.Shared.Effects;

namespace Pipeline.Analyzers.Calls;

/// <summary>Tells the calls that count from all others. One per compilation, safe for concurrent use.</summary>
internal sealed class CallRecognizer(EffectClassifier effects, CallViews views)
{
    /// <summary>The call as the analysis sees it; null for every other call.</summary>
    public ServiceCall? Recognize(IInvocationOperation invocation)
    {
        var view = ViewOf(invocation.TargetMethod);
        if ((view & views) == 0 || ServiceApi.ServiceOf(invocation.TargetMethod) is not { } service)
            return null;

        return new()
        {
            Invocation = invocation,
            View = view,
            Service = service,
            Name = CallName.Of(invocation),
            Effect = effects.Classify(invocation),
            RunsOneAtATime = DeclaredConcurrency.IsOne(service),
        };
    }

    private static CallViews ViewOf(IMethodSymbol method) => method switch
    {
        { IsStatic: true } => 0,
        { ContainingType.Name: "Async", ReturnType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } => CallViews.Async,
        { ContainingType.Name: "Proxy", ReturnType.OriginalDefinition.SpecialType: not SpecialType.System_Collections_Generic_IEnumerable_T } => CallViews.Sync,
        _ => 0,
    };
}
