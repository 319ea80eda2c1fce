using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>
/// Assemblies that are referenced under an alias only: generated code, which names all types from <c>global::</c> on, cannot reach them.
/// </summary>
internal static class ExternAliases
{
    private const string Global = "global";

    private static readonly ConditionalWeakTable<Compilation, HashSet<IAssemblySymbol>> Hidden = new();

    /// <summary>The assembly that hides the type, or a part of it, from code generated for the symbol; or null.</summary>
    public static IAssemblySymbol? AliasedAssembly(this ITypeSymbol type, ISymbol user)
    {
        if (user.ContainingAssembly is not ISourceAssemblySymbol { Compilation: var compilation })
            return null;

        var hidden = Hidden.GetValue(compilation, static compilation => Find(compilation));
        return hidden.Count == 0
            ? null
            : type.Parts().Select(static part => part.ContainingAssembly)
                .FirstOrDefault(assembly => assembly is not null && hidden.Contains(assembly));
    }

    private static HashSet<IAssemblySymbol> Find(Compilation compilation)
    {
        var aliased = compilation.References.Where(static reference =>
            !reference.Properties.Aliases.IsEmpty && !reference.Properties.Aliases.Contains(Global));
        return new(aliased.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>(), SymbolEqualityComparer.Default);
    }
}
