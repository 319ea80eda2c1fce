using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>Constructors that only store what they are given.</summary>
internal static class Constructors
{
    public static bool IsPlain(IMethodSymbol constructor)
    {
        var type = constructor.ContainingType;
        if (type.SpecialType is SpecialType.System_Object || (IsFrameworkCollection(constructor) && constructor.Parameters.IsEmpty))
            return true;
        if (type is { IsValueType: true } && constructor is { IsImplicitlyDeclared: true, Parameters.IsEmpty: true })
            return !type.DeclaringSyntaxReferences.Any(HasPrimaryConstructor) || HasPlainInitializers(type);
        return type.TypeKind is TypeKind.Class or TypeKind.Struct
            && !type.DeclaringSyntaxReferences.IsEmpty
            && HasPlainBody(constructor)
            && HasPlainInitializers(type)
            && HasPlainBase(type)
            && !type.GetMembers().Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Destructor });
    }

    /// <summary>Whether the record leaves its copy constructor to the compiler, all the way down.</summary>
    private static bool HasPlainCopy(INamedTypeSymbol record)
    {
        for (var type = record; type is { IsRecord: true }; type = type.BaseType)
        {
            bool own = type.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared && IsCopy(constructor));
            if (own)
                return false;
        }

        return true;
    }

    /// <summary>Whether the method is the deconstruction the compiler wrote for a positional record.</summary>
    public static bool IsPositionalDeconstruct(IMethodSymbol method) =>
        method is { Name: "Deconstruct", IsImplicitlyDeclared: true, ContainingType.IsRecord: true };

    /// <summary>Whether copying by <c>with</c> copies fields and no more; values have no method for it.</summary>
    public static bool IsPlainClone(IMethodSymbol? clone) =>
        clone is null || (clone is { IsImplicitlyDeclared: true, ContainingType.IsRecord: true } && HasPlainCopy(clone.ContainingType));

    public static bool IsNeverAssigned(IParameterSymbol parameter) => parameter.ContainingType.DeclaringSyntaxReferences.All(
        declaration => !declaration.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>().Any(
            name => name.Identifier.ValueText == parameter.Name && IsWritten(name)));

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters is [var original] && SymbolEqualityComparer.Default.Equals(original.Type, constructor.ContainingType);

    private static bool IsWritten(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } => assignment.Left == tuple,
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple),
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
        RefExpressionSyntax => true,
        ParenthesizedExpressionSyntax parenthesized => IsWritten(parenthesized),
        _ => false,
    };

    private static bool HasPlainBody(IMethodSymbol constructor) =>
        constructor.IsImplicitlyDeclared
        || constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax type && HasPlainBaseCall(type);

    private static bool HasPlainBaseCall(TypeDeclarationSyntax type) =>
        type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().All(
            static @base => @base.ArgumentList.Arguments.All(static argument => IsPlainValue(argument.Expression))) is null or true;

    private static bool HasPlainBase(INamedTypeSymbol type) =>
        type.BaseType is null
        || type.BaseType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
        || type.BaseType.InstanceConstructors.Where(static constructor => !IsCopy(constructor)).All(IsPlain);

    private static bool HasPlainInitializers(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.All(
        static declaration => declaration.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Members.All(HasPlainInitializer));

    private static bool HasPlainInitializer(MemberDeclarationSyntax member) => member switch
    {
        _ when member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Modifiers.Any(SyntaxKind.ConstKeyword) => true,
        PropertyDeclarationSyntax { Initializer: { } initializer } => IsPlainValue(initializer.Value),
        FieldDeclarationSyntax field => field.Declaration.Variables.All(static variable => variable.Initializer is null || IsPlainValue(variable.Initializer.Value)),
        EventFieldDeclarationSyntax @event => @event.Declaration.Variables.All(static variable => variable.Initializer is null),
        _ => true,
    };

    /// <summary>Constants, parameters and empty collections; a name may also be a property that runs code, so it must be written plainly.</summary>
    private static bool IsPlainValue(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax => true,
        IdentifierNameSyntax => true,
        PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        CollectionExpressionSyntax { Elements.Count: 0 } => true,
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax } => true,
        _ => false,
    };

    private static bool HasPrimaryConstructor(SyntaxReference declaration) =>
        declaration.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null };

    public static bool IsFrameworkCollection(IMethodSymbol constructor) =>
        constructor.ContainingType is { Name: "List" or "Dictionary" or "HashSet" or "StringBuilder", ContainingNamespace.Name: "Generic" or "Text" } type
        && type.DeclaringSyntaxReferences.IsEmpty;
}
