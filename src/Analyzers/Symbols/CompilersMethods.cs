using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Symbols;

internal static class CompilersMethods
{
    /// <summary>Whether the compiler wrote the method: source does not show it, and metadata has it marked.</summary>
    public static bool IsCompilers(this IMethodSymbol method) =>
        method.IsImplicitlyDeclared
        || (method.DeclaringSyntaxReferences.IsEmpty
            && method.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "CompilerGeneratedAttribute" }));
}
