using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Tool.Loading;
using Pipeline.Tool.Recording;

namespace Pipeline.Tool.Tests;

/// <summary>A solution in memory: projects by name, each of which refers to all that were added before it.</summary>
internal sealed class CodeSolution : IDisposable
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Net.Http;
        global using System.Threading.Tasks;
        """;

    private static readonly IReadOnlyList<MetadataReference> Framework = [.. ReferencePacks.Load()];

    private readonly AdhocWorkspace _workspace = new();
    private readonly List<ProjectId> _projects = [];

    public CodeSolution() => Solution = _workspace.CurrentSolution;

    public Solution Solution { get; private set; }

    /// <param name="name">The project; what stands before a bracket is its assembly.</param>
    /// <param name="source">All of its code.</param>
    public CodeSolution With(string name, string source)
    {
        var id = ProjectId.CreateNewId();
        var parse = new CSharpParseOptions(
            LanguageVersion.Preview, preprocessorSymbols: name.Contains("net10", StringComparison.Ordinal) ? ["NET10_0_OR_GREATER"] : []);
        Solution = Solution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, name, name.Split('(')[0], LanguageNames.CSharp,
                parseOptions: parse,
                compilationOptions: new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                projectReferences: _projects.Select(static project => new ProjectReference(project)),
                metadataReferences: Framework))
            .AddDocument(DocumentId.CreateNewId(id), "Usings.cs", Usings, filePath: $"/{name}/Usings.cs")
            .AddDocument(DocumentId.CreateNewId(id), "Code.cs", SourceText.From(source), filePath: $"/{name}/Code.cs");
        _projects.Add(id);
        return this;
    }

    /// <summary>The lines of the effect file, without its head.</summary>
    public async Task<string[]> RecordAsync(string? existing = null)
    {
        var (text, _) = await EffectRecorder.RecordAsync(Solution, existing, static _ => { }, CancellationToken.None);
        return [.. text.Split('\n').Where(static line => line.Length > 0 && line[0] is not '#')];
    }

    /// <summary>What is said of the methods whose names contain the text.</summary>
    public async Task<string[]> ExplainAsync(string name)
    {
        var (_, effects) = await EffectRecorder.RecordAsync(Solution, null, static _ => { }, CancellationToken.None);
        return [.. effects.Explain(name, CancellationToken.None)];
    }

    public void Dispose() => _workspace.Dispose();
}
