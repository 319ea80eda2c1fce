using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>Initial values of members that run no code: constants, parameters, empty collections.</summary>
internal static class Initializers
{
    public static bool ArePlain(INamedTypeSymbol type, IMethodSymbol? primaryConstructor) => type.GetMembers().All(
        member => member.IsStatic || member.DeclaringSyntaxReferences.All(declaration => declaration.GetSyntax() switch
        {
            PropertyDeclarationSyntax { Initializer.Value: { } value } =>
                IsPlain(value, ((IPropertySymbol)member).Type, primaryConstructor),
            VariableDeclaratorSyntax { Initializer.Value: { } value } =>
                member is IFieldSymbol field && IsPlain(value, field.Type, primaryConstructor),
            _ => true,
        }));

    /// <summary>Whether giving the value to something of the type runs no code, not even a conversion.</summary>
    public static bool IsPlain(ExpressionSyntax value, ITypeSymbol type, IMethodSymbol? primaryConstructor) => value switch
    {
        PostfixUnaryExpressionSyntax suppressed => IsPlain(suppressed.Operand, type, primaryConstructor),
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } or LiteralExpressionSyntax { Token.Value: not null } =>
            IsBuiltIn(type),
        LiteralExpressionSyntax => true,
        IdentifierNameSyntax name => primaryConstructor?.Parameters.Any(
            parameter =>
                parameter.Name == name.Identifier.ValueText && SymbolEqualityComparer.Default.Equals(parameter.Type, type)) is true,
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax } => IsBuiltIn(type),
        CollectionExpressionSyntax { Elements.Count: 0 } => type is IArrayTypeSymbol || IsFrameworkCollection(type),
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } } =>
            IsFrameworkCollection(type),
        _ => false,
    };

    private static bool IsBuiltIn(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsBuiltIn(inner),
        { SpecialType: not SpecialType.None } => true,
        _ => false,
    };

    private static bool IsFrameworkCollection(ITypeSymbol type) =>
        type is INamedTypeSymbol
        {
            DeclaringSyntaxReferences.IsEmpty: true,
            ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" }
        };
}
