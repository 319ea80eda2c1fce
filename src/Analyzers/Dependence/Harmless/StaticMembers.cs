using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>What the first use of a type's statics may run: its static constructor, and the initial values of all of them.</summary>
internal static class StaticMembers
{
    public static bool RunCode(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Enum)
            return false;
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return !IsFrameworks(type);
        return type.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared)
            || type.GetMembers()
                .Where(static member => member is { IsStatic: true } and not IFieldSymbol { IsConst: true })
                .Any(static member => InitialValues(member).Any(RunsCode));
    }

    private static IEnumerable<ExpressionSyntax> InitialValues(ISymbol member) => member.DeclaringSyntaxReferences
        .Select(static declaration => declaration.GetSyntax() switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            _ => null,
        })
        .OfType<ExpressionSyntax>();

    /// <summary>Making an object of the framework's is left out: what throws there throws for everybody.</summary>
    private static bool RunsCode(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf(static node => node is not AnonymousFunctionExpressionSyntax).Any(static part => part switch
        {
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
            InvocationExpressionSyntax or ThrowExpressionSyntax or ElementAccessExpressionSyntax => true,
            _ => false,
        });

    private static bool IsFrameworks(INamedTypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root is { ContainingNamespace.IsGlobalNamespace: false })
            root = root.ContainingNamespace;
        return root?.Name is "System" or "Microsoft";
    }
}
