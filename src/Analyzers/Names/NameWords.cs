using System.Collections.Immutable;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Names;

/// <summary>The words of a Pascal-case identifier: <c>ReadPDFPage2Async</c> is Read, PDF, Page.</summary>
internal static class NameWords
{
    public static ImmutableArray<string> Split(string name)
    {
        name = ApiName.Of(name);
        var words = ImmutableArray.CreateBuilder<string>();
        int start = 0;
        while (start < name.Length)
        {
            int end = EndOfWord(name, start);
            if (end > start)
                words.Add(name.Substring(start, end - start));
            start = Math.Max(end, start + 1);
        }

        return words.ToImmutable();
    }

    private static int EndOfWord(string name, int start)
    {
        int end = start;
        while (end < name.Length && char.IsUpper(name[end]))
            end++;

        // An acronym gives its last capital to the word that follows: PDF|Page.
        if (end - start > 1 && end < name.Length && char.IsLower(name[end]))
            return end - 1;

        while (end < name.Length && char.IsLetter(name[end]) && !char.IsUpper(name[end]))
            end++;
        return end;
    }
}
