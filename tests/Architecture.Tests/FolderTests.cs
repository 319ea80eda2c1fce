using Microsoft.CodeAnalysis;

namespace Pipeline.Architecture.Tests;

/// <summary>The folders of a project form no cycle, at any depth, and know only those they may.</summary>
public class FolderTests
{
    /// <summary>What other generators write while the runtime is built.</summary>
    private static readonly string[] MissingHalves = ["CS8795", "CS9248"];

    /// <summary>A program's own statements: all sources here are bound as a library.</summary>
    private const string TopLevelStatements = "CS8805";

    private static readonly Lazy<IReadOnlyList<Reference>> OfCompilersProjects = new(
        static () => ReadAll("Contract", "Generators", "Analyzers", "CodeFixes"));

    private static readonly Lazy<IReadOnlyList<Reference>> OfTool = new(
        static () => ReadAll("Contract", "Analyzers", "CodeFixes", "Tool"));

    private static readonly Lazy<IReadOnlyList<Reference>> OfRuntime = new(static () => ReadAll("Contract", "Runtime"));

    [Test]
    public void FoldersOfTheCompilersProjects_FormNoCycle([Range(1, 4)] int depth) =>
        Assert.That(new FolderGraph(OfCompilersProjects.Value, depth).Cycles(), Is.Empty);

    [Test]
    public void FoldersOfTheTool_FormNoCycle([Range(1, 2)] int depth) =>
        Assert.That(new FolderGraph(OfTool.Value, depth).Cycles(), Is.Empty);

    [Test]
    public void FoldersOfTheRuntime_FormNoCycle([Range(1, 2)] int depth) =>
        Assert.That(new FolderGraph(OfRuntime.Value, depth).Cycles(), Is.Empty);

    [Test]
    public void StagesOfACall_DoNotKnowEachOther()
    {
        string[] stages = ["Admission", "Attempts", "Deadlines", "Filters", "Limits"];
        var forbidden =
            from edge in new FolderGraph(OfRuntime.Value, depth: 3).Edges
            where IsStage(edge.From) && IsStage(edge.To)
            select $"{edge.From} -> {edge.To}: {edge.References.First()}";

        Assert.That(forbidden, Is.Empty);

        bool IsStage(string folder) => stages.Contains(folder.Replace("Runtime/Calls/", "", StringComparison.Ordinal));
    }

    [TestCaseSource(typeof(EdgeList), nameof(EdgeList.ProjectsWithFolders))]
    public void Folders_KnowOnlyThoseTheyMay(string project)
    {
        var references = project switch { "Runtime" => OfRuntime, "Tool" => OfTool, _ => OfCompilersProjects };
        var allowed = EdgeList.Section($"folders of {project}").SelectMany(
            static entry => entry.Value.Select(known => (entry.Key, known))).ToHashSet();

        var forbidden =
            from edge in new FolderGraph(references.Value, depth: 2).Edges
            where edge.From != project && ProjectOf(edge.From) == project && ProjectOf(edge.To) == project
            where !allowed.Contains((FolderOf(edge.From), FolderOf(edge.To)))
            select $"{edge.From} -> {edge.To}: {edge.References.First()}";

        Assert.That(forbidden, Is.Empty);
    }

    [Test]
    public void Sources_NameOnlyProjectsTheyMay()
    {
        var allowed = EdgeList.Section("projects of src");

        var forbidden =
            from edge in new FolderGraph(OfTool.Value.Concat(OfCompilersProjects.Value).Concat(OfRuntime.Value), depth: 1).Edges
            where !allowed[edge.From].Contains(edge.To)
            select edge.References.First().ToString();

        Assert.That(forbidden, Is.Empty);
    }

    private static IReadOnlyList<Reference> ReadAll(params string[] projects)
    {
        var compilation = SourceCompilation.OfProjects(projects);
        if (!projects.Contains("Runtime"))
            compilation = compilation.AddReferences(MetadataReference.CreateFromFile(typeof(ServiceDefinition).Assembly.Location));
        var errors = compilation.GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error
                && diagnostic.Id is not TopLevelStatements && !MissingHalves.Contains(diagnostic.Id));
        Assert.That(errors, Is.Empty, "names that do not bind are not counted");
        return ReferenceReader.Read(compilation);
    }

    private static string ProjectOf(string folder) => folder.Split('/')[0];

    private static string FolderOf(string folder) => folder[(folder.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
