using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Tool.Loading;

/// <summary>
/// Reads all C# files of a folder without MSBuild: grouped by the project files beside them, of which only the references to one another
/// are read, with the framework's reference assemblies and the usual global usings.
/// </summary>
/// <remarks>What packages bring stays unknown, and what is unknown is never reported.</remarks>
internal static class LooseFiles
{
    private const string Unknown =
        "The files were read without MSBuild: types of packages are unknown, and calls on them are not reported.";

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Preview,
        DocumentationMode.None,
        preprocessorSymbols:
        [
            "NET", "NETCOREAPP", "RELEASE", "TRACE", "NET10_0",
            .. Enumerable.Range(5, 6).Select(static version => $"NET{version}_0_OR_GREATER"),
        ]);

    /// <param name="folder">Where the files are.</param>
    /// <param name="references">A folder of further assemblies that they refer to; null if there is none.</param>
    /// <param name="report">Told what is being read.</param>
    /// <param name="notes">Remarks that the report is to print.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static LoadedCode Load(
        string folder, string? references, Action<string> report, IEnumerable<string> notes, CancellationToken cancellationToken)
    {
        report($"Reading the C# files of {Path.GetFileName(folder)}");
        var workspace = new AdhocWorkspace();
        var assemblies = ReferencePacks.Load(references);
        var projects = LooseProject.In(folder);
        var ids = projects.ToDictionary(static project => project.File, static _ => ProjectId.CreateNewId(), StringComparer.Ordinal);
        var solution = workspace.CurrentSolution;
        foreach (var project in projects)
        {
            var id = ids[project.File];
            var documents = new List<DocumentInfo> { Document(id, "GlobalUsings.g.cs", null, GlobalUsings) };
            foreach (string file in project.Sources)
            {
                cancellationToken.ThrowIfCancellationRequested();
                documents.Add(Document(id, Path.GetFileName(file), file, File.ReadAllText(file)));
            }

            solution = solution.AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, project.Name, project.Name, LanguageNames.CSharp,
                parseOptions: ParseOptions,
                compilationOptions: new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    allowUnsafe: true,
                    nullableContextOptions: project.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable),
                documents: documents,
                metadataReferences: assemblies)
                .WithAnalyzerConfigDocuments(
                    project.EditorConfigs.Select(file => Document(id, Path.GetFileName(file), file, File.ReadAllText(file)))));
        }

        // Two folders may name each other by mistake: a reference that would close a cycle is left out.
        foreach (var project in projects)
        {
            foreach (string file in project.References.Where(ids.ContainsKey))
            {
                var graph = solution.GetProjectDependencyGraph();
                bool closes = file == project.File
                    || graph.GetProjectsThatThisProjectTransitivelyDependsOn(ids[file]).Contains(ids[project.File]);
                if (!closes && !graph.GetProjectsThatThisProjectDirectlyDependsOn(ids[project.File]).Contains(ids[file]))
                    solution = solution.AddProjectReference(ids[project.File], new(ids[file]));
            }
        }

        return new(workspace, solution, folder, [.. notes, Unknown], isComplete: true);
    }

    private static DocumentInfo Document(ProjectId project, string name, string? path, string text) => DocumentInfo.Create(
        DocumentId.CreateNewId(project), name, filePath: path,
        loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Default, path)));
}
