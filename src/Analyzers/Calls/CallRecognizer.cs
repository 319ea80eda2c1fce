using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Calls.Clients;
using Pipeline.Analyzers.Effects;
using Pipeline.Shared.Effects;

namespace Pipeline.Analyzers.Calls;

/// <summary>Tells the calls that count from all others. One per compilation, safe for concurrent use.</summary>
/// <param name="effects">What calls do to the world.</param>
/// <param name="views">Which calls on services count.</param>
/// <param name="clients">The clients of other libraries that count too; null if none do.</param>
internal sealed class CallRecognizer(EffectClassifier effects, CallViews views, ClientTypes? clients = null)
{
    /// <summary>Whether a body with the call in it is worth looking at: for clients, one of theirs; services alone are another rule's.</summary>
    public bool Counts(IInvocationOperation invocation) => clients is null
        ? (ViewOf(invocation.TargetMethod) & views) != 0 && ServiceApi.ServiceOf(invocation.TargetMethod) is not null
        : clients.KindOf(invocation) is not ClientKind.None;

    /// <summary>The call as the analysis sees it; null for every other call.</summary>
    public ServiceCall? Recognize(IInvocationOperation invocation)
    {
        var view = ViewOf(invocation.TargetMethod);
        if ((view & views) != 0 && ServiceApi.ServiceOf(invocation.TargetMethod) is { } service)
            return Service(invocation, view, service);

        return clients?.KindOf(invocation) is { } kind and not ClientKind.None ? Client(invocation, kind) : null;
    }

    private ServiceCall Service(IInvocationOperation invocation, CallViews view, INamedTypeSymbol service) =>
        new(invocation, view, () => effects.Classify(invocation))
        {
            Lane = DeclaredConcurrency.IsOne(service) ? service : null,
        };

    private ServiceCall Client(IInvocationOperation invocation, ClientKind kind) =>
        new(invocation, CallViews.Client, () => EffectOf(invocation, kind))
        {
            Lane = kind is ClientKind.Grain ? GrainOf(invocation) : null,
        };

    private CallEffect EffectOf(IInvocationOperation invocation, ClientKind kind)
    {
        var byName = effects.ClassifyByName(invocation.TargetMethod, invocation.IsValueDiscarded(), invocation.Syntax.SyntaxTree);
        return kind is ClientKind.Refit && byName.Kind is EffectKind.Query && !RefitMethods.IsRead(invocation.TargetMethod)
            ? byName with { Kind = EffectKind.Unknown, Reason = "the request is not a GET" }
            : byName;
    }

    /// <summary>A grain works on one call at a time, so what counts is whether two calls go to the same.</summary>
    private static ISymbol? GrainOf(IInvocationOperation invocation) => invocation.Instance switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => invocation.TargetMethod.ContainingType,
    };

    private static CallViews ViewOf(IMethodSymbol method) => method switch
    {
        { IsStatic: true } => 0,
        { ContainingType.Name: "Async", ReturnType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } => CallViews.Async,
        { ContainingType.Name: "Proxy", ReturnType.OriginalDefinition.SpecialType: not SpecialType.System_Collections_Generic_IEnumerable_T } => CallViews.Sync,
        _ => 0,
    };
}
