using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>What holds for methods marked <c>[OnStartup]</c> or <c>[OnShutdown]</c>.</summary>
internal static class LifecycleRules
{
    /// <summary>The valid methods with that attribute; adds the defects of the others.</summary>
    public static ImmutableArray<IMethodSymbol> Check(
        INamedTypeSymbol service, string attribute, ImmutableArray<ServiceDefect>.Builder defects)
    {
        CheckPrivateOnes(service, attribute, defects);
        var valid = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var method in MemberChain.Find(service, method => method.HasAttribute(attribute)))
        {
            OptionRules.CheckLifecycle(method, attribute, defects);
            if (HasLifecycleSignature(method))
                valid.Add(method);
            else
                defects.Add(new(ServiceDefectKind.LifecycleSignature, method));
        }

        return valid.ToImmutable();
    }

    private static void CheckPrivateOnes(INamedTypeSymbol service, string attribute, ImmutableArray<ServiceDefect>.Builder defects)
    {
        for (var level = service.BaseType; level is not null; level = level.BaseType)
        {
            foreach (var method in level.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.HasAttribute(attribute) && !method.IsInheritedBy(service))
                    defects.Add(new(ServiceDefectKind.LifecycleInaccessible, service, method));
            }
        }
    }

    private static bool HasLifecycleSignature(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsGenericMethod: false, RefKind: RefKind.None }
        && (method.Parameters.IsEmpty || (method.Parameters is [{ RefKind: RefKind.None } only] && only.IsCancellationToken()))
        && (method is { ReturnsVoid: true, IsAsync: false } || method.ReturnType.IsTaskWithoutResult());
}
