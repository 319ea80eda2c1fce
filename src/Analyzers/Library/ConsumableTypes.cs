using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Library;

/// <summary>
/// Types whose use moves them on, is seen in its order, or is for one user at a time: two calls must not hold one at once.
/// </summary>
internal static class ConsumableTypes
{
    public static bool Contains(ITypeSymbol? type)
    {
        if (type is { TypeKind: TypeKind.Interface, Name: "IEnumerable" })
            return true;
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (IsConsumable(@base.Name))
                return true;
        }

        return type?.AllInterfaces.Any(static @interface =>
            @interface.Name is "IProgress" or "IQueryable" or "IEnumerator" or "IAsyncEnumerable") is true;
    }

    private static bool IsConsumable(string name) => name is
        "Stream" or "TextReader" or "TextWriter" or "BinaryReader" or "BinaryWriter" or "PipeReader" or "PipeWriter" or "XmlReader"
            or "XmlWriter"
        or "IEnumerator" or "IAsyncEnumerator" or "IAsyncEnumerable" or "ChannelReader" or "ChannelWriter" or "HttpContent" or "HttpContext"
        or "DbContext" or "DbConnection" or "DbDataReader" or "IDataReader" or "IDbConnection" or "IQueryable" or "Random"
        or "IProgress" or "ILogger" or "StringBuilder";
}
