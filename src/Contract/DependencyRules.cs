using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Contract;

/// <summary>
/// What holds for the type of a dependency: a constructor parameter, a property marked <c>[Depends]</c>, a required member.
/// </summary>
internal static class DependencyRules
{
    public static void Check(ISymbol dependency, ITypeSymbol type, ImmutableArray<ServiceDefect>.Builder defects)
    {
        var depends = dependency.GetAttribute(WellKnownNames.DependsAttribute);
        if (Defect(dependency, type, isMarked: depends is not null) is { } kind)
            defects.Add(new(kind, dependency, type));
        OptionRules.CheckDependency(dependency, depends, defects);
    }

    /// <summary>The type in the declaration of a parameter, property or field, without <c>?</c>.</summary>
    public static TypeSyntax? WrittenType(SyntaxNode declaration)
    {
        var type = declaration switch
        {
            ParameterSyntax parameter => parameter.Type,
            PropertyDeclarationSyntax property => property.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } => variable.Type,
            _ => null,
        };
        return type is NullableTypeSyntax nullable ? nullable.ElementType : type;
    }

    private static ServiceDefectKind? Defect(ISymbol dependency, ITypeSymbol type, bool isMarked)
    {
        type = ProxyReference.WithoutNullable(type);
        if (type.AliasedAssembly(dependency) is not null)
            return ServiceDefectKind.AliasedDependency;
        if (type is INamedTypeSymbol named && named.IsService())
            return ServiceDefectKind.DependencyNotQualified;
        if (ProxyReference.IsAsyncView(type) || IsWrittenUnqualified(dependency, type))
            return ServiceDefectKind.DependencyNotQualified;
        if (ProxyReference.ServiceOf(type) is not null)
            return null;
        return ProxyReference.IsProxy(type) || (isMarked && type.TypeKind is not TypeKind.Error)
            ? ServiceDefectKind.DependencyNotService
            : null;
    }

    /// <summary>Whether the type is written <c>Proxy</c>: whose, is not to be seen while the generator runs.</summary>
    private static bool IsWrittenUnqualified(ISymbol dependency, ITypeSymbol type) =>
        (type.TypeKind is TypeKind.Error || ProxyReference.IsProxy(type))
        && dependency.DeclaringSyntaxReferences.Any(reference =>
            WrittenType(reference.GetSyntax()) is IdentifierNameSyntax { Identifier.ValueText: "Proxy" });
}
