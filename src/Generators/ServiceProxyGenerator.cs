using Microsoft.CodeAnalysis;

namespace Pipeline.Generators;

/// <summary>Writes the proxies and the definition of every valid service.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ServiceProxyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
