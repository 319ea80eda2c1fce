using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads the partial properties marked <c>[Depends]</c>.</summary>
internal static class DependsPropertyParser
{
    public static IEnumerable<DependsPropertyModel> Parse(INamedTypeSymbol service, Compilation compilation)
    {
        foreach (var property in service.GetMembers().OfType<IPropertySymbol>())
        {
            if (property is { IsPartialDefinition: true, PartialImplementationPart: null, IsStatic: false, IsIndexer: false }
                && property.HasAttribute(WellKnownNames.DependsAttribute)
                && SyntaxFacts.IsValidIdentifier(property.Name)
                && DependencyType.Of(property, compilation) is { } type
                && property.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax syntax
                && Accessor(syntax, SyntaxKind.GetAccessorDeclaration) is { } getter)
            {
                string? setter = Accessor(syntax, SyntaxKind.InitAccessorDeclaration) ?? Accessor(syntax,
                    SyntaxKind.SetAccessorDeclaration);
                if (syntax.AccessorList?.Accessors.Count != (setter is null ? 1 : 2))
                    continue;
                string written = type.Service is null ? TypeName.Of(property.Type) : type.ToString();
                yield return new(Join(syntax.Modifiers), written, TypeName.Identifier(property.Name), getter, setter);
            }
        }
    }

    private static string? Accessor(PropertyDeclarationSyntax property, SyntaxKind kind) =>
        property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(kind)) is { } accessor
            ? Join(accessor.Modifiers.Add(accessor.Keyword))
            : null;

    private static string Join(SyntaxTokenList tokens) => string.Join(" ", tokens.Select(static token => token.ValueText));
}
