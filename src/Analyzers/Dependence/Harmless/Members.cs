using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>What reading a field or property means, by its declaration.</summary>
internal static class Members
{
    public static MemberAccess AccessOf(ISymbol member) => member switch
    {
        IFieldSymbol field => AccessOf(field),
        IPropertySymbol property => AccessOf(property),
        _ => MemberAccess.RunsCode,
    };

    /// <summary>Whether the property is storage and nothing else: an auto-property nobody can override.</summary>
    public static bool IsAuto(IPropertySymbol property)
    {
        if (property is { IsIndexer: true } or { ContainingType.TypeKind: TypeKind.Interface } || IsOverridable(property))
            return false;
        return property.DeclaringSyntaxReferences.IsEmpty
            ? property.GetMethod?.IsCompilers() is true
            : property.DeclaringSyntaxReferences.All(static declaration => IsAuto(declaration.GetSyntax()));
    }

    /// <summary>Whether setting the member of a new object does no more than store the value.</summary>
    public static bool StoresPlainly(IMemberReferenceOperation target) => target switch
    {
        IFieldReferenceOperation { Field.IsStatic: false } => true,
        IPropertyReferenceOperation { Property: var property, Arguments.IsEmpty: true } =>
            IsAuto(property) && (!property.DeclaringSyntaxReferences.IsEmpty || property.SetMethod?.IsCompilers() is true),
        _ => false,
    };

    private static MemberAccess AccessOf(IFieldSymbol field) => field switch
    {
        { IsConst: true } => MemberAccess.Immutable,
        { IsVolatile: true } => MemberAccess.Mutable,
        { IsStatic: true } when StaticMembers.RunCode(field.ContainingType) => MemberAccess.RunsCode,
        { IsReadOnly: true } => Contents.AreChanged(field) ? MemberAccess.Mutable : MemberAccess.Immutable,
        _ => MemberAccess.Mutable,
    };

    private static MemberAccess AccessOf(IPropertySymbol property)
    {
        if (IsAsyncView(property) || IsDependency(property) || IsInjected(property) || FrameworkProperties.IsImmutable(property))
            return MemberAccess.Immutable;
        if (FrameworkProperties.IsCount(property))
            return MemberAccess.Mutable;
        if (!IsAuto(property) || (property.IsStatic && StaticMembers.RunCode(property.ContainingType)))
            return MemberAccess.RunsCode;
        return property.SetMethod is null or { IsInitOnly: true } ? MemberAccess.Immutable : MemberAccess.Mutable;
    }

    private static bool IsAsyncView(IPropertySymbol property) =>
        property is { Name: "ToAsync", ContainingType: { Name: "Proxy", BaseType: { } @base } }
            && @base.HasFullName(WellKnownNames.ServiceProxy);

    /// <summary>Set by Blazor before the component does anything, and by nobody after that.</summary>
    public static bool IsInjected(IPropertySymbol property) =>
        property.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.HasFullName("Microsoft.AspNetCore.Components.InjectAttribute") is true)
        && !property.DeclaringSyntaxReferences.IsEmpty
        && IsAuto(property)
        && NameWrites.IsNeverWritten(property);

    private static bool IsDependency(IPropertySymbol property) => property.GetAttributes().Any(
        static attribute => attribute.AttributeClass?.HasFullName(WellKnownNames.DependsAttribute) is true);

    private static bool IsOverridable(IPropertySymbol property) =>
        property.IsAbstract || ((property.IsVirtual || property.IsOverride) && !property.IsSealed && !property.ContainingType.IsSealed);

    private static bool IsAuto(SyntaxNode declaration) => declaration switch
    {
        ParameterSyntax => true,
        PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } property =>
            !property.Modifiers.Any(SyntaxKind.PartialKeyword)
            && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }),
        _ => false,
    };
}
