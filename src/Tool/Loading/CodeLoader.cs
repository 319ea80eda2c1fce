namespace Pipeline.Tool.Loading;

/// <summary>Reads a solution, a project or a folder: by its project files where there are any, else file by file.</summary>
internal static class CodeLoader
{
    /// <param name="path">A solution, a project, or a folder, in which the one solution or project is taken.</param>
    /// <param name="loose">Whether project files are left out.</param>
    /// <param name="references">A folder of assemblies that loose files refer to; null if there is none.</param>
    /// <param name="report">Told what is being read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="configuration">What MSBuild evaluates project files in; null for their default.</param>
    public static async Task<LoadedCode> LoadAsync(
        string path, bool loose, string? references, Action<string> report, CancellationToken cancellationToken,
        string? configuration = null)
    {
        path = Path.GetFullPath(path);
        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        if (loose || ProjectFile(path) is not { } file)
            return LooseFiles.Load(folder, references, report, [], cancellationToken);

        var (projects, reason) = await ProjectFiles.LoadAsync(file, configuration, report, cancellationToken);
        return projects
            ?? LooseFiles.Load(
                folder,
                references,
                report,
                [$"{Path.GetFileName(file)} could not be read ({reason}); its C# files were read alone."],
                cancellationToken);
    }

    /// <summary>The file itself, or the one solution of the folder, or its one project.</summary>
    private static string? ProjectFile(string path)
    {
        if (File.Exists(path))
            return Path.GetExtension(path) is ".cs" ? null : path;
        string[] solutions = [.. Directory.EnumerateFiles(path, "*.sln"), .. Directory.EnumerateFiles(path, "*.slnx")];
        return solutions is [var solution] ? solution
            : solutions is [] && Directory.EnumerateFiles(path, "*.csproj").ToArray() is [var project] ? project
            : null;
    }
}
