using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Contract;

/// <summary>What holds for the class of a service and the types it is nested in.</summary>
internal static class TypeRules
{
    /// <summary>The members the generator adds to a service.</summary>
    private static readonly ImmutableArray<string> GeneratedMembers = ["Proxy", "Definition", "get_Definition", "set_Definition"];

    /// <summary>Adds the defects of the class itself; how many there are.</summary>
    public static int Check(INamedTypeSymbol service, ImmutableArray<ServiceDefect>.Builder defects)
    {
        int before = defects.Count;
        CheckKind(service, defects);
        foreach (var type in service.WithContainers())
        {
            bool isService = ReferenceEquals(type, service);
            if (!IsPartial(type))
                defects.Add(new(ServiceDefectKind.NotPartial, type));
            if (type.IsFileLocal)
                defects.Add(new(ServiceDefectKind.FileLocalService, type));
            if (type.Arity > 0)
                defects.Add(new(isService ? ServiceDefectKind.GenericService : ServiceDefectKind.GenericContainer, type));
        }

        if (GeneratedMembers.Contains(service.Name))
            defects.Add(new(ServiceDefectKind.ReservedServiceName, service));
        foreach (var member in OwnMembersInTheWay(service))
            defects.Add(new(ServiceDefectKind.ReservedMemberName, member));
        return defects.Count - before;
    }

    /// <summary>
    /// Whether <c>Proxy</c> and <c>Definition</c> can be added, so that those who name them get no error of their own. A class that
    /// forgot <c>partial</c> has them too: the compiler then reports that at the class, and not the missing proxy wherever it is used.
    /// </summary>
    public static bool AllowProxy(INamedTypeSymbol service) =>
        service.TypeKind is TypeKind.Class
        && !GeneratedMembers.Contains(service.Name)
        && service.WithContainers().All(type => !type.IsFileLocal && HasValidNames(type))
        && HasValidName(service.ContainingNamespace)
        && !service.TypeParameters.Any(parameter => GeneratedMembers.Contains(parameter.Name))
        && !OwnMembersInTheWay(service).Any();

    private static void CheckKind(INamedTypeSymbol service, ImmutableArray<ServiceDefect>.Builder defects)
    {
        if (service.IsRecord)
            defects.Add(new(ServiceDefectKind.RecordService, service));
        if (service.IsStatic)
            defects.Add(new(ServiceDefectKind.StaticService, service));
        else if (service.IsAbstract)
            defects.Add(new(ServiceDefectKind.AbstractService, service));
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.All(reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool HasValidNames(INamedTypeSymbol type) =>
        SyntaxFacts.IsValidIdentifier(type.Name) && type.TypeParameters.All(parameter => SyntaxFacts.IsValidIdentifier(parameter.Name));

    /// <summary>While it is being typed it may lack a part.</summary>
    private static bool HasValidName(INamespaceSymbol scope) =>
        scope.IsGlobalNamespace || (SyntaxFacts.IsValidIdentifier(scope.Name) && HasValidName(scope.ContainingNamespace));

    private static IEnumerable<ISymbol> OwnMembersInTheWay(INamedTypeSymbol service) => GeneratedMembers
        .SelectMany(name => service.GetMembers(name))
        .Where(member => member is not IMethodSymbol { AssociatedSymbol: not null } && !IsGenerated(member));

    private static bool IsGenerated(ISymbol member) =>
        member.GetAttribute(WellKnownNames.GeneratedCodeAttribute) is
        {
            ConstructorArguments: [{ Value: WellKnownNames.GeneratorName },
            ..]
        };
}
