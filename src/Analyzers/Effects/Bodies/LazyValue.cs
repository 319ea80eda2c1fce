using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Lazy values whose factory stands where their field is declared.</summary>
internal static class LazyValue
{
    /// <summary>The lambda behind <c>_field.Value</c>, where the field keeps the lazy value it is declared with.</summary>
    public static IAnonymousFunctionOperation? FactoryOf(IPropertyReferenceOperation reference, InferenceSession session) =>
        reference is
        {
            Property: { Name: "Value", ContainingType: { Name: "Lazy", ContainingNamespace.Name: "System" } },
            Instance: IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaringSyntaxReferences: [var declaration] } field }
        }
        && declaration.GetSyntax(session.CancellationToken) is VariableDeclaratorSyntax { Initializer: { } initializer }
        && !IsAssigned(field, session)
        && session.OperationOf(initializer) is { } operation
            ? operation.Descendants().OfType<IObjectCreationOperation>().FirstOrDefault() is { Arguments: [var factory, ..] }
                && factory.Value.WithoutConversions() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }
                    ? lambda : null
            : null;

    /// <summary>Whether a constructor puts another lazy value into the field.</summary>
    private static bool IsAssigned(IFieldSymbol field, InferenceSession session) =>
        field.ContainingType.Constructors.SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
            .Any(declaration => declaration.GetSyntax(session.CancellationToken) is ConstructorDeclarationSyntax constructor
                && constructor.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == field.Name));
}
