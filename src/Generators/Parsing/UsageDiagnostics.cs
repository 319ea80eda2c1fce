using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Generators.Parsing;

/// <summary>Finds the diagnostics that using what a service uses brings about: its author has dealt with them already.</summary>
internal static class UsageDiagnostics
{
    /// <summary>Use of what is obsolete, without and with a message.</summary>
    private static readonly string[] Obsolete = ["CS0612", "CS0618"];

    /// <summary>Use of a preview feature by code that is none itself.</summary>
    private const string Preview = "CA2252";

    /// <summary>The IDs, the compiler's own and those that obsolete and experimental declarations have given themselves, sorted.</summary>
    public static IEnumerable<string> Find(ServiceContract contract)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var symbol in Used(contract))
        {
            for (var scope = symbol; scope is not null && seen.Add(scope); scope = Outside(scope))
                AddOf(scope, ids);
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

    private static IEnumerable<ISymbol> Used(ServiceContract contract)
    {
        foreach (var symbol in contract.Apis.Concat(Activating(contract)))
        {
            yield return symbol;
            foreach (var type in Types(symbol).SelectMany(TypeContents.Parts))
            {
                yield return type;
                if (ProxyReference.ServiceOf(type) is { } service)
                    yield return service;
            }
        }
    }

    private static IEnumerable<ITypeSymbol> Types(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters.SelectMany(Types).Append(method.ReturnType),
        IParameterSymbol parameter => KeyTypes(parameter).Append(parameter.Type),
        IPropertySymbol property => [property.Type],
        IFieldSymbol field => [field.Type],
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> KeyTypes(IParameterSymbol parameter) =>
        from argument in parameter.GetAttribute(WellKnownNames.FromKeyedServicesAttribute)?.ConstructorArguments ?? []
        from type in new[] { argument.Type, argument.Kind is TypedConstantKind.Type ? argument.Value as ITypeSymbol : null }
        where type is not null
        select type;

    private static ISymbol? Outside(ISymbol symbol) =>
        (ISymbol?)symbol.ContainingType ?? (symbol is IModuleSymbol ? symbol.ContainingAssembly : symbol.ContainingModule);

    private static void AddOf(ISymbol symbol, SortedSet<string> ids)
    {
        if (symbol.GetAttribute(WellKnownNames.ObsoleteAttribute) is { } obsolete)
        {
            ids.UnionWith(Obsolete);
            Add(obsolete.GetValue<string>("DiagnosticId"), ids);
        }

        if (symbol.HasAttribute(WellKnownNames.RequiresPreviewFeaturesAttribute))
            ids.Add(Preview);
        Add(symbol.GetAttribute(WellKnownNames.ExperimentalAttribute)?.ConstructorArguments.FirstOrDefault().Value as string, ids);
    }

    private static void Add(string? id, SortedSet<string> ids)
    {
        // Whatever else stands there cannot be turned off by name.
        if (id is { Length: > 0 } && id.All(static character => char.IsLetterOrDigit(character) || character is '_'))
            ids.Add(id);
    }
}
