namespace Pipeline.Hosting;

/// <summary>Finds the name that somebody most likely meant.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest edits to the misspelt one; null where none is near.</summary>
    public static string? Of(string misspelt, IEnumerable<string> known)
    {
        var candidates = known.Select(name => (Name: name, Edits: Edits(misspelt.ToUpperInvariant(), name.ToUpperInvariant())));
        var nearest = candidates.DefaultIfEmpty((Name: "", Edits: int.MaxValue)).MinBy(static candidate => candidate.Edits);
        return nearest.Edits <= Math.Max(1, misspelt.Length / 3) ? nearest.Name : null;
    }

    // Levenshtein's distance, with two letters that changed places as one edit.
    private static int Edits(string from, string to)
    {
        var edits = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++)
        {
            for (var column = 0; column <= to.Length; column++)
                edits[row, column] = row == 0 || column == 0 ? row + column : Cheapest(row, column);
        }

        return edits[from.Length, to.Length];

        int Cheapest(int row, int column)
        {
            var replaced = edits[row - 1, column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
            var cheapest = Math.Min(replaced, Math.Min(edits[row - 1, column], edits[row, column - 1]) + 1);
            return row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1]
                ? Math.Min(cheapest, edits[row - 2, column - 2] + 1)
                : cheapest;
        }
    }
}
