using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>Whether a type changes what is in a collection whose variable it never writes.</summary>
internal static class Contents
{
    /// <summary>Whether the type that holds the field or the parameter stores an element of it, or tells it to change.</summary>
    public static bool AreChanged(ISymbol variable) =>
        variable.ContainingType is { } type
        && TypeOf(variable) is { } content
        && IsCollection(content)
        && type.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax().DescendantNodes().OfType<SimpleNameSyntax>().Any(
            name => name.Identifier.ValueText == variable.Name && IsChanged(name)));

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static bool IsCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || (type.SpecialType is not SpecialType.System_String
            && type.AllInterfaces.Any(static @interface => @interface.SpecialType is SpecialType.System_Collections_IEnumerable)
            && type.ContainingNamespace?.Name is not ("Immutable" or "Frozen"));

    private static bool IsChanged(ExpressionSyntax collection) => collection.Parent switch
    {
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => IsChanged(member),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } call =>
            call.Expression == collection && !IsReading(call.Name.Identifier.ValueText),
        ElementAccessExpressionSyntax element => element.Expression == collection && NameWrites.IsWritten(element),
        _ => false,
    };

    private static bool IsReading(string method) =>
        method is "Contains" or "ContainsKey" or "TryGetValue" or "IndexOf" or "Find" or "FindIndex" or "Exists" or "ToArray" or "ToList"
            or "AsSpan" or "AsMemory" or "GetEnumerator" or "First" or "FirstOrDefault" or "Last" or "Any" or "All" or "Count"
            or "Select" or "Where" or "Sum";
}
