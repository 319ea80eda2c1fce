using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Library.Clients;

/// <summary>Types that allow one operation at a time, whatever a project claims: contexts, connections, streams, sockets.</summary>
internal static class UnsafeTypes
{
    public static bool Contains(INamedTypeSymbol type)
    {
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (IsUnsafe(@base.Name))
                return true;
        }

        return type.AllInterfaces.Any(static @interface => IsUnsafe(@interface.Name));
    }

    private static bool IsUnsafe(string name) => name is
        "DbContext" or "DatabaseFacade" or "DbSet" or "IQueryable" or "DbConnection" or "DbCommand" or "DbDataReader" or "DbTransaction"
        or "IDbConnection" or "IDbCommand" or "IDataReader" or "IDbTransaction"
        or "Stream" or "TextReader" or "TextWriter" or "PipeReader" or "PipeWriter" or "WebSocket" or "ChannelReader" or "ChannelWriter";
}
