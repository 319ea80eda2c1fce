using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>Types whose reading moves them on, or that allow one user at a time: two calls must not hold one at once.</summary>
internal static class ConsumableTypes
{
    public static bool Contains(ITypeSymbol? type)
    {
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (IsConsumable(@base.Name))
                return true;
        }

        return false;
    }

    private static bool IsConsumable(string name) => name is
        "Stream" or "TextReader" or "TextWriter" or "BinaryReader" or "BinaryWriter" or "PipeReader" or "PipeWriter"
        or "IEnumerator" or "IAsyncEnumerator" or "IAsyncEnumerable" or "ChannelReader" or "ChannelWriter" or "HttpContent"
        or "DbContext" or "DbConnection" or "DbDataReader" or "IDataReader" or "IDbConnection" or "Random";
}
