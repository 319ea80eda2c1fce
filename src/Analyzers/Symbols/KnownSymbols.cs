using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>The runtime as a compilation knows it: resolved once, when the first rule asks. Null is what it does not know.</summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, KnownSymbols> Known = new();

    private KnownSymbols(Compilation compilation)
    {
        ServiceAttribute = Find(WellKnownNames.ServiceAttribute);
        ApiAttribute = Find(WellKnownNames.ApiAttribute);
        OnStartupAttribute = Find(WellKnownNames.OnStartupAttribute);
        OnShutdownAttribute = Find(WellKnownNames.OnShutdownAttribute);
        FromScopeAttribute = Find(WellKnownNames.FromScopeAttribute);
        Gather = Find(WellKnownNames.Gather);
        ServiceInterface = Find(WellKnownNames.ServiceInterface);
        HasServices = Find(WellKnownNames.ServiceProxy) is { ContainingAssembly.Identity.Name: var runtime }
            && (compilation.ContainsSymbolsWithName(ProxyNames.Proxy, SymbolFilter.Type)
                || compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => RefersTo(assembly, runtime)));

        INamedTypeSymbol? Find(string name) => compilation.GetTypeByMetadataName(name);
    }

    public INamedTypeSymbol? ServiceAttribute { get; }

    public INamedTypeSymbol? ApiAttribute { get; }

    public INamedTypeSymbol? OnStartupAttribute { get; }

    public INamedTypeSymbol? OnShutdownAttribute { get; }

    public INamedTypeSymbol? FromScopeAttribute { get; }

    public INamedTypeSymbol? Gather { get; }

    /// <summary>What every service's generated part implements.</summary>
    public INamedTypeSymbol? ServiceInterface { get; }

    /// <summary>
    /// Whether there is a proxy to call: declared here, or in a referenced assembly, which then refers to the runtime too. Where there
    /// is none, no body has to be looked at.
    /// </summary>
    public bool HasServices { get; }

    public static KnownSymbols Of(Compilation compilation) => Known.GetValue(compilation, static key => new(key));

    private static bool RefersTo(IAssemblySymbol assembly, string runtime) => assembly.Modules.Any(module =>
        module.ReferencedAssemblies.Any(reference => reference.Name == runtime));
}
