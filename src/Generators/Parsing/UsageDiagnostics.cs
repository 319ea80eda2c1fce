using Microsoft.CodeAnalysis;
using Pipeline.Shared;

namespace Pipeline.Generators.Parsing;

/// <summary>Finds the diagnostics that using what a service uses brings about: its author has dealt with them already.</summary>
internal static class UsageDiagnostics
{
    /// <summary>The IDs that obsolete and experimental declarations have given themselves, sorted.</summary>
    public static IEnumerable<string> Find(ServiceContract contract)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var symbol in Used(contract))
        {
            for (var scope = symbol; scope is not null; scope = Outside(scope))
            {
                Add(ids, scope.GetAttribute(WellKnownNames.ObsoleteAttribute)?.GetValue<string>("DiagnosticId"));
                Add(ids, scope.GetAttribute(WellKnownNames.ExperimentalAttribute)?.ConstructorArguments.FirstOrDefault().Value as string);
            }
        }

        return ids;
    }

    /// <summary>Whether the way instances are made, started or stopped is one that may only be used by what is obsolete itself.</summary>
    public static bool IsActivationObsolete(ServiceContract contract) => Activating(contract).Any(static symbol =>
        symbol.GetAttribute(WellKnownNames.ObsoleteAttribute) is { ConstructorArguments: [_, { Value: true }] });

    private static IEnumerable<ISymbol> Activating(ServiceContract contract) => contract.InjectedMembers
        .Concat(contract.StartupMethods)
        .Concat(contract.ShutdownMethods)
        .Concat(contract.Constructor is { } constructor ? [constructor] : []);

    private static IEnumerable<ISymbol> Used(ServiceContract contract) => contract.Apis
        .Concat(Activating(contract))
        .SelectMany(static symbol => Types(symbol).SelectMany(TypeContents.Parts).Prepend(symbol));

    private static IEnumerable<ITypeSymbol> Types(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType),
        IPropertySymbol property => [property.Type],
        IFieldSymbol field => [field.Type],
        _ => [],
    };

    private static ISymbol? Outside(ISymbol symbol) =>
        (ISymbol?)symbol.ContainingType ?? (symbol is IModuleSymbol ? symbol.ContainingAssembly : symbol.ContainingModule);

    private static void Add(SortedSet<string> ids, string? id)
    {
        // Whatever else stands there cannot be turned off by name.
        if (id is { Length: > 0 } && id.All(static character => char.IsLetterOrDigit(character) || character is '_'))
            ids.Add(id);
    }
}
