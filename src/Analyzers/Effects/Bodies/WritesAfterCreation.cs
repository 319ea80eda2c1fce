using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>
/// Finds where objects of a class are written after they are made. Settings have setters, and yet nothing sets them but the initializer,
/// the constructor and the configuration that fill a new object.
/// </summary>
internal static class WritesAfterCreation
{
    /// <summary>Read once for each tree, not anew with every edit.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, ImmutableDictionary<string, ImmutableArray<SimpleNameSyntax>>> Trees = new();

    /// <summary>A write, in words: "'Settings.Root' is written in 'Start'"; null if the compilation has none.</summary>
    /// <param name="compilation">The code to look through; the type may belong to another.</param>
    /// <param name="type">The class; its bases and what derives from it are not looked at.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static string? Find(Compilation compilation, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var members = type.GetMembers().Where(IsWritable).Select(static member => member.Name.Split('.').Last()).ToImmutableHashSet();
        var owners = type.WithBases().Concat(type.AllInterfaces).Select(RecordedEffects.IdOf).ToImmutableHashSet();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var written = Trees.GetValue(tree, static tree => WrittenIn(tree));
            foreach (var name in members.Where(written.ContainsKey).SelectMany(member => written[member]))
            {
                if (IsWrite(name, compilation.GetSemanticModel(tree), owners, cancellationToken))
                    return $"'{type.Name}.{name.Identifier.ValueText}' is written in '{PlaceOf(name)}'";
            }
        }

        return null;
    }

    private static bool IsWritable(ISymbol member) => !member.IsStatic && member switch
    {
        IFieldSymbol field => !field.IsReadOnly && field.CanBeReferencedByName,
        IPropertySymbol property => property.SetMethod is not null || property.ReturnsByRef,
        _ => false,
    };

    private static bool IsWrite(
        SimpleNameSyntax name, SemanticModel model, ImmutableHashSet<string?> owners, CancellationToken cancellationToken)
    {
        if (IsFilling(name))
            return false;
        if (model.GetSymbolInfo(name, cancellationToken).Symbol is not { } member)
            return MayBeAnything(name, model, cancellationToken);
        if (member is not (IFieldSymbol or IPropertySymbol) || !owners.Contains(RecordedEffects.IdOf(member.ContainingType)))
            return false;
        return IsNested(name)
            ? member is IFieldSymbol { Type.IsValueType: true }
            : !IsMade(name, member, model, cancellationToken);
    }

    /// <summary><c>new Settings { Root = "/" }</c> and <c>settings with { … }</c>; not <c>{ Inner = { Root = "/" } }</c>.</summary>
    private static bool IsFilling(SimpleNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Left: var left, Parent: InitializerExpressionSyntax { Parent: var made } }
        && left == name
        && made is BaseObjectCreationExpressionSyntax or WithExpressionSyntax;

    /// <summary>Whether the name does not bind, and what it is called on may be any object.</summary>
    private static bool MayBeAnything(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken) =>
        name.Parent is not MemberAccessExpressionSyntax { Expression: var receiver }
        || model.GetTypeInfo(receiver, cancellationToken).Type is null or IErrorTypeSymbol { Name: "" } or { TypeKind: TypeKind.Dynamic };

    /// <summary>Whether the object is still being made: by its constructor or setter, or by a callback that fills options.</summary>
    private static bool IsMade(SimpleNameSyntax name, ISymbol member, SemanticModel model, CancellationToken cancellationToken)
    {
        var receiver = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Expression : null;
        foreach (var outer in name.Ancestors())
        {
            switch (outer)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return receiver is IdentifierNameSyntax
                        && model.GetSymbolInfo(receiver, cancellationToken).Symbol is IParameterSymbol { ContainingSymbol: var function }
                        && SymbolEqualityComparer.Default.Equals(function, model.GetSymbolInfo(lambda, cancellationToken).Symbol)
                        && lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
                        && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
                        && FillsOptions(method);
                case LocalFunctionStatementSyntax:
                    return false;
                case ConstructorDeclarationSyntax or AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.InitAccessorDeclaration }
                    or AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.SetAccessorDeclaration }:
                    return name.Parent is not MemberBindingExpressionSyntax
                        && receiver is null or ThisExpressionSyntax
                        && model.GetDeclaredSymbol(outer, cancellationToken) is { IsStatic: false, ContainingType: { } declaring }
                        && SymbolEqualityComparer.Default.Equals(declaring.OriginalDefinition, member.ContainingType.OriginalDefinition);
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary><c>services.Configure&lt;Settings&gt;(settings => settings.Root = "/")</c> is called with a new object.</summary>
    private static bool FillsOptions(IMethodSymbol method) =>
        method.Name is "Configure" or "ConfigureAll" or "PostConfigure" or "PostConfigureAll"
        && method.ContainingType is
        {
            Name: "OptionsServiceCollectionExtensions" or "OptionsBuilder",
            ContainingNamespace: { Name: "DependencyInjection" or "Options", ContainingNamespace.Name: "Extensions" },
        };

    /// <summary>Whether a part of the member is written: <c>settings.Size.Width = 1</c>.</summary>
    private static bool IsNested(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name).Parent
            is MemberAccessExpressionSyntax;

    private static string PlaceOf(SyntaxNode name) => name.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        _ => Path.GetFileName(name.SyntaxTree.FilePath),
    };

    /// <summary>Every name that stands where something is assigned, counted up or passed by reference, or leads to what is.</summary>
    private static ImmutableDictionary<string, ImmutableArray<SimpleNameSyntax>> WrittenIn(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(IsWritten)
            .GroupBy(static name => name.Identifier.ValueText)
            .ToImmutableDictionary(static names => names.Key, static names => names.ToImmutableArray());

    private static bool IsWritten(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name;
        while (true)
        {
            if (NameWrites.IsWritten(whole))
                return true;
            bool leadsOn =
                whole.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ConditionalAccessExpressionSyntax
                || whole.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression);
            if (!leadsOn)
                return false;
            whole = (ExpressionSyntax)whole.Parent!;
        }
    }
}
