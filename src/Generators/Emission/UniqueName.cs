namespace Pipeline.Generators.Emission;

/// <summary>Names for what generated code declares beside the user's own names.</summary>
internal static class UniqueName
{
    /// <summary>The name, or the name with the first number that none of the taken ones is.</summary>
    public static string Choose(string name, IEnumerable<string> taken)
    {
        var names = new HashSet<string>(taken.Select(static name => name.TrimStart('@')), StringComparer.Ordinal);
        string unique = name;
        for (int number = 2; names.Contains(unique); number++)
            unique = name + number;
        return unique;
    }
}
