using System.Text.RegularExpressions;

namespace Pipeline.Tool.Loading;

/// <summary>A project as far as its text shows without evaluating it.</summary>
internal sealed partial record LooseProject
{
    /// <summary>The project file; the folder itself for sources that no project file lies above.</summary>
    public required string File { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The projects it refers to, and those that they refer to.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The <c>.editorconfig</c> files beside it, below it and above it.</summary>
    public required IReadOnlyList<string> EditorConfigs { get; init; }

    /// <summary>Whether it, or a props file above it, turns nullable annotations on, or there is no project file to ask.</summary>
    public required bool IsNullable { get; init; }

    public static IReadOnlyList<LooseProject> In(string folder)
    {
        string[] files = [.. Under(folder, "*.csproj")];
        var owners = files.GroupBy(static file => Path.GetDirectoryName(file)!)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        var direct = files.ToDictionary(static file => file, static file => ReferencesOf(file).ToArray(), StringComparer.Ordinal);
        return
        [
            .. Under(folder, "*.cs").GroupBy(file => OwnerOf(file, folder, owners)).Select(sources => new LooseProject
            {
                File = sources.Key,
                Name = Path.GetFileNameWithoutExtension(sources.Key),
                Sources = [.. sources],
                References = [.. Reached(sources.Key, direct)],
                EditorConfigs = [.. EditorConfigsOf(sources.Key == folder ? folder : Path.GetDirectoryName(sources.Key)!)],
                IsNullable = sources.Key == folder || IsNullableIn(sources.Key),
            }),
        ];
    }

    private static string OwnerOf(string source, string folder, Dictionary<string, string> owners)
    {
        foreach (string above in FoldersAbove(source, folder))
        {
            if (owners.TryGetValue(above, out string? owner))
                return owner;
        }

        return folder;
    }

    private static HashSet<string> Reached(string file, Dictionary<string, string[]> direct)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(direct.GetValueOrDefault(file, []));
        while (pending.TryDequeue(out string? next))
        {
            if (!reached.Add(next))
                continue;
            foreach (string further in direct.GetValueOrDefault(next, []))
                pending.Enqueue(further);
        }

        return reached;
    }

    private static IEnumerable<string> ReferencesOf(string file) => Reference().Matches(System.IO.File.ReadAllText(file))
        .Select(static match => match.Groups[1].Value.Replace('\\', Path.DirectorySeparatorChar))
        .Where(static path => !path.Contains('$', StringComparison.Ordinal))
        .Select(path => Path.GetFullPath(path, Path.GetDirectoryName(file)!));

    private static bool IsNullableIn(string file)
    {
        if (Nullable().IsMatch(System.IO.File.ReadAllText(file)))
            return true;
        foreach (string above in FoldersAbove(file, Path.GetPathRoot(file)!))
        {
            string props = Path.Combine(above, "Directory.Build.props");
            if (System.IO.File.Exists(props) && Nullable().IsMatch(System.IO.File.ReadAllText(props)))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> EditorConfigsOf(string folder)
    {
        const string Name = ".editorconfig";
        return FoldersAbove(folder, Path.GetPathRoot(folder)!).Select(static above => Path.Combine(above, Name))
            .Where(System.IO.File.Exists)
            .Concat(Under(folder, Name));
    }

    private static IEnumerable<string> FoldersAbove(string file, string folder)
    {
        for (string? above = Path.GetDirectoryName(file); above?.Length >= folder.Length; above = Path.GetDirectoryName(above))
            yield return above;
    }

    private static IEnumerable<string> Under(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(IsOutput))
            .Order(StringComparer.Ordinal);

    private static bool IsOutput(string folder) => folder is "bin" or "obj" or ".git" or "node_modules";

    [GeneratedRegex("""
        <ProjectReference\s+Include="([^"]+)"
        """)]
    private static partial Regex Reference();

    [GeneratedRegex("<Nullable\\b[^>]*>\\s*enable", RegexOptions.IgnoreCase)]
    private static partial Regex Nullable();
}
