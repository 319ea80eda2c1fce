using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>What holds for the constructor and the members instances are made with.</summary>
internal static class ConstructionRules
{
    /// <summary>The one marked, else the one public, else the one not private; null where there is no such one.</summary>
    public static IMethodSymbol? ChooseConstructor(INamedTypeSymbol service, ImmutableArray<ServiceDefect>.Builder defects)
    {
        if (service.TypeKind is not TypeKind.Class || service.IsStatic)
            return null;

        var candidates = Candidates(service);
        if (candidates is not [var constructor])
        {
            defects.Add(new(candidates.IsEmpty ? ServiceDefectKind.NoConstructor : ServiceDefectKind.AmbiguousConstructor, service));
            return null;
        }

        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.RefKind is RefKind.Ref or RefKind.Out or RefKind.RefReadOnlyParameter
                || parameter.Type.IsRefLikeType
                || parameter.Type.ContainsPointer())
            {
                defects.Add(new(ServiceDefectKind.UnsupportedConstructorParameter, parameter, parameter.Type));
            }
            else
            {
                DependencyRules.Check(parameter, parameter.Type, defects);
            }
        }

        return constructor;
    }

    /// <summary>The members marked <c>[Depends]</c> and the required ones that can be set; adds the defects of the others.</summary>
    public static ImmutableArray<ISymbol> FindInjectedMembers(INamedTypeSymbol service, ImmutableArray<ServiceDefect>.Builder defects)
    {
        var injected = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (var level in service.WithBases().Reverse())
        {
            bool isOwn = ReferenceEquals(level, service);
            foreach (var member in level.GetMembers())
            {
                if (!IsInjected(member) || (!isOwn && !member.IsInheritedBy(service)))
                    continue;
                if (isOwn && member is IPropertySymbol own)
                    CheckProperty(own, defects);
                injected.RemoveAll(earlier => earlier.Name == member.Name);
                if (IsSettable(member, service, isOwn))
                    injected.Add(member);
            }
        }

        return injected.ToImmutable();
    }

    private static ImmutableArray<IMethodSymbol> Candidates(INamedTypeSymbol service)
    {
        var constructors = service.InstanceConstructors;
        var marked = constructors.Where(c => c.HasAttribute(WellKnownNames.ActivatorUtilitiesConstructorAttribute)).ToImmutableArray();
        if (!marked.IsEmpty)
            return marked;
        var @public = constructors.Where(c => c.DeclaredAccessibility is Accessibility.Public).ToImmutableArray();
        return @public.IsEmpty
            ? [.. constructors.Where(c => c.DeclaredAccessibility is not Accessibility.Private)]
            : @public;
    }

    private static bool IsInjected(ISymbol member) => member switch
    {
        IPropertySymbol property => property.IsRequired || property.HasAttribute(WellKnownNames.DependsAttribute),
        IFieldSymbol field => field.IsRequired,
        _ => false,
    };

    private static bool IsSettable(ISymbol member, INamedTypeSymbol service, bool isOwn) => member switch
    {
        IPropertySymbol { IsStatic: false, IsIndexer: false, SetMethod: { } setter } => isOwn || setter.IsInheritedBy(service),
        IFieldSymbol { IsStatic: false } => true,
        _ => false,
    };

    private static void CheckProperty(IPropertySymbol property, ImmutableArray<ServiceDefect>.Builder defects)
    {
        if (property.HasAttribute(WellKnownNames.DependsAttribute))
        {
            if (property.IsStatic || property.IsIndexer || property.GetMethod is null || property.SetMethod is null)
                defects.Add(new(ServiceDefectKind.DependsPropertyShape, property));
            else if (!property.IsPartialDefinition)
                defects.Add(new(ServiceDefectKind.DependsPropertyNotPartial, property));
        }

        DependencyRules.Check(property, property.Type, defects);
    }
}
