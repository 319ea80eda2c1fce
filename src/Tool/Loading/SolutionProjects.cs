using System.Text.RegularExpressions;

namespace Pipeline.Tool.Loading;

/// <summary>The projects that a solution file names, whether or not they can be read.</summary>
internal static partial class SolutionProjects
{
    /// <summary>Full paths; none for a file that is no solution.</summary>
    public static IEnumerable<string> In(string file) => Path.GetExtension(file) is not (".sln" or ".slnx") ? [] :
        ProjectPath().Matches(File.ReadAllText(file))
            .Select(static match => match.Groups[1].Value.Replace('\\', Path.DirectorySeparatorChar))
            .Select(project => Path.GetFullPath(project, Path.GetDirectoryName(file)!))
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("""
        "([^"]+\.(?:cs|vb|fs)proj)"
        """)]
    private static partial Regex ProjectPath();
}
