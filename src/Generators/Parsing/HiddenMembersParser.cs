using Microsoft.CodeAnalysis;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Finds what the generated members of a service share a name with.</summary>
internal static class HiddenMembersParser
{
    public static HiddenMembers Parse(INamedTypeSymbol service)
    {
        var hidden = HiddenMembers.None;
        foreach (var @base in service.WithBases().Skip(1))
        {
            if (Has(@base, "Proxy", service))
                hidden |= HiddenMembers.Proxy;
            if (Has(@base, "Definition", service))
                hidden |= HiddenMembers.Definition;
        }

        return hidden;
    }

    /// <summary>The name, or the name with the first number that makes it one nothing around has.</summary>
    public static string FreeName(INamedTypeSymbol service, string name, EquatableArray<ApiModel> apis)
    {
        string free = name;
        for (int number = 2; IsTaken(free); number++)
            free = name + number;
        return free;

        bool IsTaken(string candidate) =>
            service.Name == candidate
            || service.WithBases().Any(type => !type.GetMembers(candidate).IsEmpty)
            || service.TypeParameters.Any(parameter => parameter.Name == candidate)
            || apis.Any(api => api.Name == candidate || api.Parameters.Any(parameter => parameter.Name == candidate))
            || HasOuterService(candidate);

        // A service nested in its base class sees the base's private one.
        bool HasOuterService(string candidate) => candidate == name && service.WithContainers().Skip(1)
            .Any(outer => outer.IsService() && service.WithBases().Skip(1).Contains<ISymbol>(outer, SymbolEqualityComparer.Default));
    }

    private static bool Has(INamedTypeSymbol @base, string member, INamedTypeSymbol service) =>
        @base.GetMembers(member).Any(found => found.IsInheritedBy(service))
        || (@base.IsService() && !@base.DeclaringSyntaxReferences.IsEmpty && TypeRules.AllowProxy(@base));
}
