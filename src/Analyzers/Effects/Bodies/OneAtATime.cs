using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Library;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Objects that allow one operation at a time: contexts, connections, streams, readers, enumerators, sessions.</summary>
internal static class OneAtATime
{
    private static readonly string[] Endings =
        ["Session", "Cursor", "Connection", "DbContext", "Transaction", "Enumerator", "Iterator", "Stream", "Socket", "SerialPort",
            "UnitOfWork", "DataContext"];

    private static readonly string[] Names =
    [
        "HttpContext", "TextReader", "TextWriter", "BinaryReader", "BinaryWriter", "DataReader", "DbDataReader", "IDataReader",
        "XmlReader", "XmlWriter",
        "PipeReader", "PipeWriter", "StreamReader", "StreamWriter", "LineReader", "ILineReader", "Random", "DbCommand", "IDbCommand",
        "WebSocket",
    ];

    public static bool Includes(ITypeSymbol type, LibraryModel library)
    {
        if (library.Find(type) is { } entry)
            return entry.Has(LibraryTraits.OneAtATime);
        if (library.Has(type, LibraryTraits.OneAtATime))
            return true;
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (IsNamedSo(@base.Name))
                return true;
        }

        return type.AllInterfaces.Any(static @interface => IsNamedSo(@interface.Name));
    }

    private static bool IsNamedSo(string name) =>
        Names.Contains(name) || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal));
}
