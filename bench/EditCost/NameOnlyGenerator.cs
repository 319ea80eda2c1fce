using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.EditCost;

/// <summary>Finds the services and reads nothing of them: the least that a generator costs that goes by an attribute.</summary>
// It runs in this process only, never in a compiler that would load it.
#pragma warning disable RS1036, RS1038, RS1041
[Generator(LanguageNames.CSharp)]
internal sealed class NameOnlyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            "Pipeline.ServiceAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (attributed, _) => attributed.TargetSymbol.MetadataName),
        static (_, _) => { });
}
