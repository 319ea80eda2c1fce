using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Symbols;

/// <summary>One service's dependency on another that runs in the same process.</summary>
/// <param name="Declaration">The constructor parameter or the member that declares it.</param>
/// <param name="Service">The service depended on.</param>
internal readonly record struct ServiceDependency(ISymbol Declaration, INamedTypeSymbol Service)
{
    /// <summary>Where the dependency is written; what a service inherits from another assembly is shown on the service.</summary>
    public Location? Place(Compilation compilation, INamedTypeSymbol dependent) =>
        compilation.FirstInSource(Declaration.WrittenType(), Declaration.InSource(), dependent.InSource());
}
