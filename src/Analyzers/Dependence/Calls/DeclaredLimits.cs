using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Dependence.Calls;

/// <summary>Declared limits that two calls at once may run into although one after the other does not.</summary>
internal static class DeclaredLimits
{
    /// <summary>What makes calls of one API share answers, or wait for one another.</summary>
    private static readonly string[] Sharing = ["MaxBatchSize", "Coalesce", "Cache"];

    /// <summary>Whether calls of a service must not overlap: it runs one at a time, or rejects, or times out, what finds no room.</summary>
    public static bool AreTight(INamedTypeSymbol service) =>
        DeclaredConcurrency.IsOne(service)
        || (service.GetAttribute(WellKnownNames.ServiceAttribute) is { } attribute && AreTight(attribute));

    /// <summary>
    /// The API where its own declaration allows one call at a time, or hands one answer to several callers who may change it.
    /// </summary>
    public static IEnumerable<ISymbol> OfApi(IInvocationOperation call)
    {
        var api = EffectClassifier.ApiOf(call);
        if (api is not IMethodSymbol method || method.GetAttribute(WellKnownNames.ApiAttribute) is not { } attribute)
            yield break;
        bool isOne = attribute.NamedArguments.Any(static argument => argument is { Key: "Concurrency", Value.Value: 1 });
        bool isShared = attribute.NamedArguments.Any(static argument => Sharing.Contains(argument.Key)) && !IsSafeToShare(method);
        if (isOne || isShared || AreTight(attribute))
            yield return method;
    }

    private static bool AreTight(AttributeData attribute) =>
        Has(attribute, "QueueLimit") || (Has(attribute, "Concurrency") && Has(attribute, "Timeout"));

    private static bool Has(AttributeData attribute, string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

    private static bool IsSafeToShare(IMethodSymbol api) =>
        DeclaredEffect.Of(api, api.ContainingType) is ApiEffect.None
        && LibraryModel.IsImmutableType(api.ReturnType.ResultOrSelf());
}
