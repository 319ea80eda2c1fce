using System.Globalization;
using System.Text;
using Pipeline.Analyzers.Library;

namespace Pipeline.Library.Tests;

/// <summary>Writes the library model as a page: each entry with its types, what its members do, and the page that it rests on.</summary>
internal static class LibraryPage
{
    private const string Head = """
        # The library model

        What the analyzers know of the framework and of client libraries, and nothing else: **a member that is not listed is unknown**, and what
        is unknown is never reported or moved. The page is written from `src/Analyzers/Library` by a test, and each entry is checked against
        the real library: its types and members exist.

        | word | means |
        |---|---|
        | *at once* | documented to take several calls at once: objects of it may be held by code that runs twice |
        | *one at a time* | only whoever created the object may use it |
        | computes | looks at its arguments and its object alone |
        | reads | looks at the world: a server, a file, a clock |
        | writes | changes the world |
        | changes | changes its object |
        | moves | moves its object on: a cursor, a reader |
        | unknown | listed so that nothing else covers it |

        `new` stands for constructors, `set:X` for a setter, `*` for all members that are not named otherwise.

        """;

    public static string Write()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        var libraries = LibraryModel.Entries.Values.Distinct().GroupBy(LibraryOf);
        foreach (var library in libraries.OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {library.Key}\n");
            foreach (var entry in library.OrderBy(static entry => entry.Types[0], StringComparer.Ordinal))
                Append(page, entry);
        }

        return page.ToString();
    }

    /// <summary>The first two parts of the namespace, or what the framework has in its own.</summary>
    private static string LibraryOf(LibraryEntry entry)
    {
        string[] parts = entry.Types[0].Split('.');
        return parts[0] is "System" ? "System" : string.Join('.', parts.Take(Math.Min(2, parts.Length - 1)));
    }

    private static void Append(StringBuilder page, LibraryEntry entry)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {string.Join(", ", entry.Types.Select(Short))}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"[Source]({entry.Source})");
        if (entry.Has(LibraryTraits.Concurrent))
            page.Append("; *at once*");
        if (entry.Has(LibraryTraits.OneAtATime))
            page.Append("; *one at a time*");
        if (entry.Has(LibraryTraits.Immutable))
            page.Append("; immutable");
        page.Append(entry.Names.Any() ? "\n\n" : "\n");
        foreach (var (word, names) in entry.Names.GroupBy(name => WordOf(entry.DeedsOf(name))).Select(static group => (group.Key, group)))
            page.Append(CultureInfo.InvariantCulture, $"- {word}: {List(names.Order(StringComparer.Ordinal))}\n");
        if (!entry.Strangers.IsEmpty)
            page.Append(CultureInfo.InvariantCulture, $"- unknown with: {List(entry.Strangers)}\n");
    }

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"`{name}`"));

    private static string Short(string type) => $"`{type[(type.LastIndexOf('.') + 1)..]}`";

    private static string WordOf(Deeds deeds) =>
        deeds.HasFlag(Deeds.WritesWorld) ? "writes"
        : deeds.HasFlag(Deeds.WritesReceiver) ? "changes"
        : deeds.HasFlag(Deeds.MovesReceiver) ? "moves"
        : deeds.HasFlag(Deeds.ReadsWorld) ? "reads"
        : deeds.HasFlag(Deeds.Known) ? "computes"
        : "unknown";
}
