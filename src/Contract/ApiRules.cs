using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Contract;

/// <summary>What holds for the methods marked <c>[Api]</c>.</summary>
internal static class ApiRules
{
    /// <summary>The valid APIs; adds the defects of the others.</summary>
    public static ImmutableArray<IMethodSymbol> Check(
        INamedTypeSymbol service, ImmutableArray<ServiceDefect>.Builder defects, CancellationToken cancellationToken)
    {
        var marked = MemberChain.Find(service, static method => method.IsApi());
        if (marked.IsEmpty)
            defects.Add(new(ServiceDefectKind.NoApi, service));

        var valid = ImmutableArray.CreateBuilder<IMethodSymbol>();
        var declared = new Dictionary<string, IMethodSymbol>(StringComparer.Ordinal);
        foreach (var api in marked)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int before = defects.Count;
            CheckMethod(api, defects);
            SignatureRules.Check(api, service, defects);
            OptionRules.CheckApi(api, defects);
            if (HasOnlyInvalidOptions(defects, before)
                && SignatureRules.IsComplete(api)
                && !Collides(api, declared, defects))
            {
                valid.Add(api);
            }
        }

        return valid.ToImmutable();
    }

    private static void CheckMethod(IMethodSymbol api, ImmutableArray<ServiceDefect>.Builder defects)
    {
        if (api.MethodKind is MethodKind.ExplicitInterfaceImplementation)
        {
            defects.Add(new(ServiceDefectKind.ExplicitInterfaceApi, api));
            return;
        }

        if (api.MethodKind is not MethodKind.Ordinary)
            defects.Add(new(ServiceDefectKind.NotAMethod, api));
        else if (api.IsStatic)
            defects.Add(new(ServiceDefectKind.StaticApi, api));
        else if (api is { IsAsync: true, ReturnsVoid: true })
            defects.Add(new(ServiceDefectKind.AsyncVoidApi, api));
        if (api.IsGenericMethod)
            defects.Add(new(ServiceDefectKind.GenericApi, api));
        if (ApiName.IsReserved(ApiName.Of(api.Name)))
            defects.Add(new(ServiceDefectKind.ReservedApiName, api));
    }

    private static bool HasOnlyInvalidOptions(ImmutableArray<ServiceDefect>.Builder defects, int from)
    {
        for (int i = from; i < defects.Count; i++)
        {
            if (defects[i].DiagnosticId != DiagnosticIds.InvalidOption)
                return false;
        }

        return true;
    }

    private static bool Collides(
        IMethodSymbol api, Dictionary<string, IMethodSymbol> declared, ImmutableArray<ServiceDefect>.Builder defects)
    {
        var members = ProxyMembers.DeclaredFor(api);
        foreach (string member in members)
        {
            if (declared.TryGetValue(member, out var earlier))
            {
                defects.Add(new(ServiceDefectKind.ApiCollision, api, earlier));
                return true;
            }
        }

        foreach (string member in members)
            declared[member] = api;
        return false;
    }
}
