using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Library;

/// <summary>Properties of the framework that only read what is there.</summary>
internal static class FrameworkProperties
{
    public static bool IsImmutable(IPropertySymbol property) => property switch
    {
        {
            ContainingType.SpecialType: SpecialType.System_String or SpecialType.System_Array,
            Name: "Length" or "LongLength" or "Rank"
        } => true,
        { ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, Name: "HasValue" } => true,
        { ContainingType.Name: "CancellationToken", Name: "None" } => true,
        { ContainingType.Name: "HttpContext", Name: "RequestAborted" } or { ContainingType.Name: "ControllerBase", Name: "HttpContext" } =>
            property.ContainingNamespace.ToDisplayString() is "Microsoft.AspNetCore.Http" or "Microsoft.AspNetCore.Mvc",
        { ContainingType: var type, Name: "CompletedTask" } when type.IsTask() => true,
        { ContainingType.Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", Name: "Length" or "IsEmpty" or "Empty" } =>
            IsFramework(property),
        { ContainingType.Name: "KeyValuePair", Name: "Key" or "Value" } => IsFramework(property),
        _ => false,
    };

    /// <summary>The token of a source, which throws once the source is disposed of.</summary>
    public static bool IsToken(IPropertySymbol property) =>
        property is { Name: "Token", ContainingType: { Name: "CancellationTokenSource", ContainingNamespace.Name: "Threading" } };

    /// <summary>The value of a nullable value type, which throws if there is none.</summary>
    public static bool IsNullableValue(IPropertySymbol property) =>
        property is { ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, Name: "Value" };

    /// <summary>How many elements a list holds: storage, but one that changes with the list.</summary>
    public static bool IsCount(IPropertySymbol property) =>
        property.Name is "Count" && property.ContainingType.Name is "List" or "Dictionary" or "HashSet" or "Queue" or "Stack"
            && IsFramework(property);

    private static bool IsFramework(IPropertySymbol property) => property.OriginalDefinition.Locations is [{ IsInMetadata: true }, ..]
        && property.ContainingNamespace.ToDisplayString() is "System" or "System.Collections.Generic";
}
