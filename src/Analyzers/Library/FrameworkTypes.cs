using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Library;

/// <summary>Value types of the framework whose members only look at the value itself.</summary>
internal static class FrameworkTypes
{
    public static bool IsPlainValue(ITypeSymbol type) =>
        type is { Name: "Guid" or "TimeSpan" or "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "CancellationToken" }
        && type.ContainingNamespace is { Name: "System" or "Threading" };
}
