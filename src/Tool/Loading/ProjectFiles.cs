using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace Pipeline.Tool.Loading;

/// <summary>
/// Reads a solution or a project as the compiler would get it. MSBuild evaluates the project files; nothing is compiled or run.
/// </summary>
internal static class ProjectFiles
{
    /// <summary>How many projects a note names.</summary>
    private const int Named = 5;

    /// <param name="file">The solution or project.</param>
    /// <param name="configuration">What MSBuild evaluates it in, such as <c>Release</c>; null for the default.</param>
    /// <param name="report">Told what is being read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The code; or null and why there is none.</returns>
    public static async Task<(LoadedCode? Code, string Reason)> LoadAsync(
        string file, string? configuration, Action<string> report, CancellationToken cancellationToken)
    {
        var workspace = configuration is null
            ? MSBuildWorkspace.Create()
            : MSBuildWorkspace.Create(new Dictionary<string, string> { ["Configuration"] = configuration });
        var failures = new List<string>();
        using var registration = workspace.RegisterWorkspaceFailedHandler(failure =>
        {
            if (failure.Diagnostic.Kind is WorkspaceDiagnosticKind.Failure)
            {
                lock (failures)
                    failures.Add(failure.Diagnostic.Message);
            }
        });
        try
        {
            var progress = new ProjectProgress(report);
            if (Path.GetExtension(file) is ".sln" or ".slnx" or ".slnf")
                await workspace.OpenSolutionAsync(file, progress, cancellationToken);
            else
                await workspace.OpenProjectAsync(file, progress, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            workspace.Dispose();
            return (null, exception.Message);
        }

        var projects = workspace.CurrentSolution.Projects.Where(static project => project.Language is LanguageNames.CSharp).ToArray();
        if (!projects.Any(static project => project.DocumentIds.Count > 0))
        {
            workspace.Dispose();
            return (null, failures.FirstOrDefault() ?? "no C# project is in it");
        }

        string[] missing = [.. SolutionProjects.In(file).Except(projects.Select(static project => project.FilePath!))];
        bool isComplete = missing.Length == 0 && !projects.Any(IsUnrestored);
        string folder = Path.GetDirectoryName(file)!;
        return (new(workspace, workspace.CurrentSolution, folder, [.. Notes(projects, failures, missing)], isComplete), "");
    }

    private static IEnumerable<string> Notes(IReadOnlyCollection<Project> projects, List<string> failures, string[] missing)
    {
        if (missing.Length > 0)
            yield return $"Not read: {Shown([.. missing.Select(static project => Path.GetFileNameWithoutExtension(project))])}.";

        string[] unrestored =
            [.. projects.Where(IsUnrestored).Select(static project => project.Name).Distinct().Order(StringComparer.Ordinal)];
        if (unrestored.Length > 0)
        {
            yield return $"Packages are not restored for {Shown(unrestored)}: what their types do is unknown, and calls on them "
                + "are not reported. Run `dotnet restore` first.";
        }

        int several = projects.GroupBy(static project => project.FilePath).Count(static group => group.Count() > 1);
        if (several > 0)
        {
            yield return $"{several} project(s) have several targets: each was looked at, "
                + "and a place that is found in more than one is listed once.";
        }

        if (failures.Count > 0)
            yield return $"MSBuild reported {failures.Count} problem(s), the first: {failures[0]}";
    }

    private static bool IsUnrestored(Project project) =>
        project.FilePath is { } file
        && !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "obj", "project.assets.json"))
        && !project.MetadataReferences.Any();

    private static string Shown(string[] names) => names.Length <= Named
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(Named))} and {names.Length - Named} more";

    private sealed class ProjectProgress(Action<string> report) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value) => report($"{value.Operation} {Path.GetFileNameWithoutExtension(value.FilePath)}");
    }
}
