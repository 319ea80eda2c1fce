using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Graph.Timeouts;

/// <summary>Results that arrive item by item: how long they take is up to whoever walks over them.</summary>
internal static class Streams
{
    public static bool IsStream(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_Generic_IEnumerator_T
            or SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_IEnumerator
        || type.OriginalDefinition is INamedTypeSymbol { Name: "IAsyncEnumerator" }
        || (type.OriginalDefinition is INamedTypeSymbol named && named.HasFullName(WellKnownNames.AsyncEnumerable));
}
