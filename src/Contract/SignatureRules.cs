using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Contract;

/// <summary>What holds for an API's parameters and result.</summary>
internal static class SignatureRules
{
    public static bool IsCancellationToken(this IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol type && type.HasFullName(WellKnownNames.CancellationToken);

    /// <summary>Whether the container fills it, so that it is no part of the proxy's signature.</summary>
    public static bool IsFromScope(this IParameterSymbol parameter) =>
        !parameter.IsCancellationToken() && parameter.HasAttribute(WellKnownNames.FromScopeAttribute);

    public static void Check(IMethodSymbol api, INamedTypeSymbol service, ImmutableArray<ServiceDefect>.Builder defects)
    {
        bool hasToken = false;
        foreach (var parameter in api.Parameters)
        {
            bool isToken = parameter.IsCancellationToken();
            if (isToken && hasToken)
                defects.Add(new(ServiceDefectKind.SecondCancellationToken, parameter));
            else if (ParameterDefect(parameter, service) is { } kind)
                defects.Add(new(kind, parameter, parameter.Type));
            hasToken |= isToken;
        }

        if (api.IsVararg)
            defects.Add(new(ServiceDefectKind.PointerParameter, api));
        if (ResultDefect(api, service) is { } result)
            defects.Add(new(result, api, api.ReturnType));
    }

    /// <summary>
    /// Whether everything in the signature is known. While it is being typed, or where the compiler reports it, it is not.
    /// </summary>
    public static bool IsComplete(IMethodSymbol api) =>
        SyntaxFacts.IsValidIdentifier(api.Name)
        && !api.ReturnType.IsUnresolved()
        && api.Parameters.All(parameter => SyntaxFacts.IsValidIdentifier(parameter.Name) && !parameter.Type.IsUnresolved())
        && api.Parameters.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count() == api.Parameters.Length
        && !HasTwin(api);

    private static bool HasTwin(IMethodSymbol api) => api.ContainingType.GetMembers(api.Name).OfType<IMethodSymbol>()
        .Any(other => !SymbolEqualityComparer.Default.Equals(other, api) && other.Arity == api.Arity && ProxyMembers.TakeSame(other, api));

    private static ServiceDefectKind? ParameterDefect(IParameterSymbol parameter, INamedTypeSymbol service) => parameter switch
    {
        { RefKind: not RefKind.None } => ServiceDefectKind.ByRefParameter,
        { Type.IsRefLikeType: true } => ServiceDefectKind.RefStructParameter,
        { Type: var type } when type.ContainsPointer() => ServiceDefectKind.PointerParameter,
        { Type: var type } when type.ContainsProxy() => ServiceDefectKind.ProxyParameter,
        { Type: var type } when !type.IsSeenByAllWhoSee(service) && !parameter.IsFromScope() => ServiceDefectKind.LessAccessibleParameter,
        { Type: var type } when type.AliasedAssembly(service) is not null => ServiceDefectKind.AliasedParameter,
        _ => null,
    };

    private static ServiceDefectKind? ResultDefect(IMethodSymbol api, INamedTypeSymbol service) => api switch
    {
        { RefKind: not RefKind.None } or { ReturnType.IsRefLikeType: true } => ServiceDefectKind.UnsupportedResult,
        { ReturnType: var type } when type.ContainsPointer() || type.ContainsProxy() => ServiceDefectKind.UnsupportedResult,
        { ReturnType: var type } when !type.IsSeenByAllWhoSee(service) => ServiceDefectKind.LessAccessibleResult,
        { ReturnType: var type } when type.AliasedAssembly(service) is not null => ServiceDefectKind.AliasedResult,
        _ => null,
    };
}
