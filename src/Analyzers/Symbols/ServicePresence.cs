using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>Whether a compilation can hold a call of a service: where it cannot, no body has to be looked at.</summary>
internal static class ServicePresence
{
    private static readonly ConditionalWeakTable<Compilation, object> Known = new();

    /// <summary>Whether there is a proxy to call: declared here, or in a referenced assembly, which then refers to the runtime too.</summary>
    public static bool HasServices(this Compilation compilation) => (bool)Known.GetValue(compilation, static key => Find(key));

    private static bool Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName(WellKnownNames.ServiceProxy) is { ContainingAssembly.Identity.Name: var runtime }
        && (compilation.ContainsSymbolsWithName(ProxyNames.Proxy, SymbolFilter.Type)
            || compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => RefersTo(assembly, runtime)));

    private static bool RefersTo(IAssemblySymbol assembly, string runtime) => assembly.Modules.Any(module =>
        module.ReferencedAssemblies.Any(reference => reference.Name == runtime));
}
