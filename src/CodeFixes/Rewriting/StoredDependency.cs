using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>The fields and properties that keep a dependency: they have to change their type with it.</summary>
internal static class StoredDependency
{
    /// <returns>The types to change, as they are written; null where something else depends on the type.</returns>
    public static IReadOnlyList<NameSyntax>? TypesBehind(
        SyntaxNode type, ITypeSymbol service, SemanticModel model, CancellationToken cancellationToken)
    {
        if (type.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter
            || model.GetDeclaredSymbol(parameter, cancellationToken) is not { } symbol)
            return [];

        var types = new List<NameSyntax>();
        var open = new Queue<ISymbol>([symbol]);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        while (open.Count > 0)
        {
            var kept = open.Dequeue();
            if (!seen.Add(kept))
                continue;
            if (kept is not IParameterSymbol)
            {
                if (kept.DeclaredAccessibility is not Accessibility.Private
                    || WrittenTypeOf(kept, parameter.SyntaxTree, cancellationToken) is not { } written)
                    return null;
                types.Add(written);
            }

            foreach (var (use, ofPart) in UsesOf(kept, model.Compilation, cancellationToken))
            {
                if (KeeperOf(use, ofPart) is { } keeper && SymbolEqualityComparer.Default.Equals(TypeOf(keeper), service))
                    open.Enqueue(keeper);
                else if (!IsReceiver(use) && !IsTarget(use))
                    return null;
            }
        }

        return types;
    }

    /// <summary>In every part of the type, with the semantic model of the part; nobody else sees a private member or a parameter.</summary>
    private static IEnumerable<(SimpleNameSyntax Use, SemanticModel Model)> UsesOf(
        ISymbol symbol, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var part in symbol.ContainingType.DeclaringSyntaxReferences)
        {
            var model = compilation.GetSemanticModel(part.SyntaxTree);
            foreach (var name in part.GetSyntax(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (name.Identifier.ValueText == symbol.Name
                    && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
                    yield return (name, model);
            }
        }
    }

    /// <summary>The field or property that is given the value.</summary>
    private static ISymbol? KeeperOf(SimpleNameSyntax use, SemanticModel model) => use.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } variable } =>
            model.GetDeclaredSymbol(variable),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Right == use =>
            model.GetSymbolInfo(assignment.Left).Symbol is var symbol and (IFieldSymbol or IPropertySymbol) ? symbol : null,
        _ => null,
    };

    private static ITypeSymbol? TypeOf(ISymbol keeper) => keeper is IFieldSymbol field ? field.Type : ((IPropertySymbol)keeper).Type;

    private static NameSyntax? WrittenTypeOf(ISymbol keeper, SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (keeper.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != tree)
            return null;
        var type = reference.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } => declaration.Type,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        return (type is NullableTypeSyntax nullable ? nullable.ElementType : type) as NameSyntax;
    }

    private static bool IsReceiver(SimpleNameSyntax use) => Outer(use).Parent switch
    {
        MemberAccessExpressionSyntax member => member.Expression == Outer(use),
        ConditionalAccessExpressionSyntax access => access.Expression == Outer(use),
        _ => false,
    };

    private static bool IsTarget(SimpleNameSyntax use) =>
        Outer(use).Parent is AssignmentExpressionSyntax assignment && assignment.Left == Outer(use);

    /// <summary><c>this.name</c> for a name.</summary>
    private static SyntaxNode Outer(SimpleNameSyntax use) =>
        use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member && member.Name == use ? member : use;
}
