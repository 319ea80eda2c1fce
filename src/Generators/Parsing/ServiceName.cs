using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Contract;

namespace Pipeline.Generators.Parsing;

/// <summary>Names a service so that it can be found in any later compilation.</summary>
internal static class ServiceName
{
    /// <summary>The metadata name, or null where nothing can be generated for the class.</summary>
    public static string? Of(GeneratorAttributeSyntaxContext context) =>
        context.TargetSymbol is INamedTypeSymbol service && IsFirstDeclaration(context)
            ? MetadataName(service)
            : null;

    /// <summary>Two parts of a class may both carry the attribute while one is being moved.</summary>
    private static bool IsFirstDeclaration(GeneratorAttributeSyntaxContext context)
    {
        if (context.TargetSymbol.DeclaringSyntaxReferences.Length == 1)
            return true;

        var first = context.TargetSymbol.GetAttribute(WellKnownNames.ServiceAttribute)?.ApplicationSyntaxReference?.GetSyntax();
        return first?.FirstAncestorOrSelf<TypeDeclarationSyntax>() == context.TargetNode;
    }

    private static string MetadataName(INamedTypeSymbol service)
    {
        var name = new StringBuilder(service.MetadataName);
        for (var outer = service.ContainingType; outer is not null; outer = outer.ContainingType)
            name.Insert(0, '+').Insert(0, outer.MetadataName);
        for (var scope = service.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
            name.Insert(0, '.').Insert(0, scope.Name);
        return name.ToString();
    }
}
