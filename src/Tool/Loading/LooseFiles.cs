using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Tool.Loading;

/// <summary>Reads all C# files of a folder as one project, with the framework's reference assemblies and the usual global usings.</summary>
/// <remarks>What packages bring stays unknown, and what is unknown is never reported.</remarks>
internal static class LooseFiles
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
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

    private static readonly CSharpCompilationOptions CompilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    public static LoadedCode Load(string folder, Action<string> report, IEnumerable<string> notes, CancellationToken cancellationToken)
    {
        report($"Reading the C# files of {Path.GetFileName(folder)}");
        var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var documents = new List<DocumentInfo> { Document(id, "GlobalUsings.g.cs", null, GlobalUsings) };
        foreach (string file in Files(folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            documents.Add(Document(id, Path.GetFileName(file), file, File.ReadAllText(file)));
        }

        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, Path.GetFileName(folder), Path.GetFileName(folder), LanguageNames.CSharp,
            parseOptions: ParseOptions,
            compilationOptions: CompilationOptions,
            documents: documents,
            metadataReferences: ReferencePacks.Load()));
        const string Unknown =
            "The files were read without their projects: types of packages are unknown, and calls on them are not reported.";
        return new(workspace, solution, folder, [.. notes, Unknown], isComplete: false);
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(IsOutput))
        .Order(StringComparer.Ordinal);

    private static bool IsOutput(string folder) => folder is "bin" or "obj" or ".git" or "node_modules";

    private static DocumentInfo Document(ProjectId project, string name, string? path, string text) => DocumentInfo.Create(
        DocumentId.CreateNewId(project), name, filePath: path,
        loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Default, path)));
}
