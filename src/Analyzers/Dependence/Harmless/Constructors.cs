using Microsoft.CodeAnalysis;
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
        if (type.IsValueType && constructor is { IsImplicitlyDeclared: true, Parameters.IsEmpty: true })
            return true;
        return type is { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false }
            && (constructor.IsImplicitlyDeclared || IsPrimary(constructor))
            && Initializers.ArePlain(type, PrimaryOf(type))
            && CallsPlainBase(type)
            && !type.GetMembers().Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Destructor })
            && type.StaticConstructors.All(static constructor => constructor.IsImplicitlyDeclared);
    }

    /// <summary>Whether the framework makes the collection, so that nothing but memory is touched.</summary>
    public static bool IsFrameworkCollection(IMethodSymbol constructor) =>
        constructor.ContainingType is
        {
            Name: "List" or "Dictionary" or "HashSet" or "StringBuilder",
            ContainingNamespace.Name: "Generic" or "Text"
        } type
        && type.DeclaringSyntaxReferences.IsEmpty;

    private static IMethodSymbol? PrimaryOf(INamedTypeSymbol type) => type.InstanceConstructors.FirstOrDefault(IsPrimary);

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax;

    private static bool CallsPlainBase(INamedTypeSymbol type)
    {
        if (type.BaseType is not { } @base || @base.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
            return true;

        var arguments = type.DeclaringSyntaxReferences
            .Select(static declaration => declaration.GetSyntax() as TypeDeclarationSyntax)
            .SelectMany(static declaration => declaration?.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? [])
            .SelectMany(static call => call.ArgumentList.Arguments)
            .ToArray();
        var primary = PrimaryOf(type);
        var candidates = @base.InstanceConstructors
            .Where(constructor => constructor.Parameters.Length == arguments.Length && !RecordCopies.IsCopy(constructor))
            .ToArray();

        // Of several with as many parameters, it is not asked here which is meant.
        return candidates is [var called]
            && IsPlain(called)
            && arguments.Zip(called.Parameters, (argument, parameter) =>
                Initializers.IsPlain(argument.Expression, parameter.Type, primary)).All(static plain => plain);
    }
}
