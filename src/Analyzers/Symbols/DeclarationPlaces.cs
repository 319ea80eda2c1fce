using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Analyzers.Symbols;

/// <summary>The places of a declaration that a message can point to.</summary>
internal static class DeclarationPlaces
{
    /// <summary>The name in the first declaration in source.</summary>
    public static Location? InSource(this ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource);

    /// <summary>The first of the places that the compilation can report on.</summary>
    public static Location? FirstInSource(this Compilation compilation, params Location?[] places) =>
        places.FirstOrDefault(compilation.IsInSource);

    /// <summary>Whether the compilation can report there: a referenced project's sources are not its own.</summary>
    public static bool IsInSource(this Compilation compilation, Location? place) =>
        place?.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree);

    /// <summary>The declared type, or the result's.</summary>
    public static Location? WrittenType(this ISymbol symbol) => symbol.Declarations<SyntaxNode>()
        .Select(static declaration => declaration switch
        {
            ParameterSyntax parameter => parameter.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            PropertyDeclarationSyntax property => property.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
            _ => null,
        })
        .FirstOrDefault(static type => type is not null)?.GetLocation();

    /// <summary>The whole declaration, of a parameter for one.</summary>
    public static Location? Whole(this ISymbol symbol) => symbol.Declarations<SyntaxNode>().FirstOrDefault()?.GetLocation();

    /// <summary>The modifier that says what is wrong.</summary>
    public static Location? Modifier(this ISymbol symbol, SyntaxKind kind) => symbol.Declarations<MemberDeclarationSyntax>()
        .SelectMany(declaration => declaration.Modifiers.Where(modifier => modifier.IsKind(kind)))
        .Select(static modifier => (SyntaxToken?)modifier)
        .FirstOrDefault()?.GetLocation();

    /// <summary>The type parameters.</summary>
    public static Location? TypeParameters(this ISymbol symbol) => symbol.Declarations<SyntaxNode>()
        .Select(static declaration => declaration switch
        {
            TypeDeclarationSyntax type => type.TypeParameterList,
            MethodDeclarationSyntax method => method.TypeParameterList,
            _ => null,
        })
        .FirstOrDefault(static list => list is not null)?.GetLocation();

    /// <summary>What an attribute sets a property to.</summary>
    public static AttributeArgumentSyntax? Argument(this AttributeData attribute, string property) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    public static IEnumerable<T> Declarations<T>(this ISymbol symbol)
        where T : SyntaxNode
        => symbol.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).OfType<T>();
}
