using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Library.Clients;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Dependence.Calls;

/// <summary>Tells the calls that count from all others. One per compilation, safe for concurrent use.</summary>
/// <param name="effects">What calls do to the world.</param>
/// <param name="views">Which calls on services count.</param>
/// <param name="clients">The clients of other libraries that count too; null if none do.</param>
internal sealed class CallRecognizer(EffectClassifier effects, CallViews views, ClientTypes? clients = null)
{
    private readonly ServiceGraph _graph = new();

    /// <summary>
    /// Whether a body with the call in it is worth looking at: for clients, one of theirs; services alone are another rule's.
    /// </summary>
    public bool Counts(IInvocationOperation invocation) => clients is null
        ? (ViewOf(invocation.TargetMethod) & views) != 0 && ServiceApi.ServiceOf(invocation.TargetMethod) is not null
        : clients.KindOf(invocation) is not ClientKind.None;

    /// <summary>Whether the project says that the call may stay where it is while others start before it.</summary>
    public bool IsNamedHarmless(IInvocationOperation invocation) => effects.IsNamedHarmless(invocation);

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
            Reached = _graph.ReachableFrom(service),
            Lanes = [.. _graph.ReachableFrom(service).Where(DeclaredLimits.AreTight), .. DeclaredLimits.OfApi(invocation)],
        };

    private ServiceCall Client(IInvocationOperation invocation, ClientKind kind) =>
        new(invocation, CallViews.Client, () => EffectOf(invocation, kind))
        {
            Lanes = kind is ClientKind.Grain && GrainOf(invocation) is { } grain ? [grain] : [],
        };

    private CallEffect EffectOf(IInvocationOperation invocation, ClientKind kind)
    {
        if (kind is ClientKind.Own)
            return effects.ClassifyOwn(invocation);
        if (kind is ClientKind.Library)
            return new(EffectKind.Query, EffectSource.Declared, "is documented to change nothing");
        if (kind is ClientKind.Refit && RefitMethods.IsRead(invocation.TargetMethod) && !invocation.IsValueDiscarded())
            return RefitEffect(invocation);
        var byName = effects.ClassifyByName(invocation.TargetMethod, invocation.IsValueDiscarded(), invocation.Syntax.SyntaxTree);
        if (byName.Kind is not EffectKind.Query)
            return byName;
        return kind switch
        {
            ClientKind.Refit when !RefitMethods.IsRead(invocation.TargetMethod) => Unknown("the request is not a GET"),
            ClientKind.Http when HttpAddress.Of(invocation) is { } address && !HttpAddress.IsNamed(address) =>
                Unknown($"its address does not show, '{address.Syntax}'"),
            ClientKind.Http when effects.KeepsCookies => Unknown("the project keeps cookies between requests"),
            ClientKind.Http when HttpAddress.FindCommand(invocation, effects.NamesFor(invocation.Syntax.SyntaxTree)) is { } verb =>
                Unknown($"'{verb}' in its address is a verb of change"),
            _ => byName,
        };

        CallEffect Unknown(string reason) => byName with { Kind = EffectKind.Unknown, Reason = reason };
    }

    /// <summary>The attribute outranks the name, but not the address in it.</summary>
    private CallEffect RefitEffect(IInvocationOperation request)
    {
        string path = RefitMethods.PathOf(request.TargetMethod);
        return effects.NamesFor(request.Syntax.SyntaxTree).FindCommand(path) is { } verb
            ? new(EffectKind.Unknown, EffectSource.Name, $"'{verb}' in its address is a verb of change")
            : new(EffectKind.Query, EffectSource.Declared, "is a GET");
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
        { ContainingType.Name: ProxyNames.AsyncView, ReturnType: var type } => type.IsReferenceTask() ? CallViews.Async : 0,
        {
            ContainingType.Name: ProxyNames.Proxy,
            ReturnType.OriginalDefinition.SpecialType: not SpecialType.System_Collections_Generic_IEnumerable_T
        }
            => CallViews.Sync,
        _ => 0,
    };
}
