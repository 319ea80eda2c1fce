using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Generators.Models;
using Pipeline.Shared;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads the partial properties marked <c>[Depends]</c>.</summary>
internal static class DependsPropertyParser
{
    public static IEnumerable<DependsPropertyModel> Parse(INamedTypeSymbol service)
    {
        foreach (var property in service.GetMembers().OfType<IPropertySymbol>())
        {
            if (property is { IsPartialDefinition: true, PartialImplementationPart: null, IsStatic: false, IsIndexer: false }
                && property.HasAttribute(WellKnownNames.DependsAttribute)
                && DependencyType.Of(property.Type) is { } type
                && property.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax { AccessorList.Accessors: [var first, var second] } syntax)
            {
                bool getterFirst = first.Keyword.ValueText == "get";
                yield return new(
                    Join(syntax.Modifiers),
                    type.ToString(),
                    TypeName.Identifier(property.Name),
                    Spell(getterFirst ? first : second),
                    Spell(getterFirst ? second : first));
            }
        }
    }

    private static string Spell(AccessorDeclarationSyntax accessor) => Join(accessor.Modifiers.Add(accessor.Keyword));

    private static string Join(SyntaxTokenList tokens) => string.Join(" ", tokens.Select(static token => token.ValueText));
}
