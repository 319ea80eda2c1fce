using System.Xml.Linq;

namespace Pipeline.Architecture.Tests;

/// <summary>The project files refer only to projects that the design allows.</summary>
public class ProjectTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Allowed = EdgeList.Section("projects of src");

    private static IEnumerable<string> Projects() =>
        from folder in Directory.EnumerateDirectories(Repository.Sources)
        where Directory.EnumerateFiles(folder, "*.csproj").Any()
        select Path.GetFileName(folder);

    [TestCaseSource(nameof(Projects))]
    public void ProjectReferences_AreThoseOfTheDesign(string project)
    {
        Assert.That(Allowed, Contains.Key(project), "say in edges.txt whom the project may know");
        Assert.That(ReferencesOf(project), Is.SubsetOf(Allowed[project]));
    }

    [Test]
    public void Design_HasNoCycleOfProjects()
    {
        var edges = Allowed.SelectMany(static entry => entry.Value.Select(known => new Reference($"{entry.Key}/", 0, $"{known}/", "")));

        Assert.That(new FolderGraph(edges, depth: 1).Cycles(), Is.Empty);
    }

    /// <summary>The projects whose assembly it sees; those that are only built along with it, or packed, it does not know.</summary>
    private static IEnumerable<string> ReferencesOf(string project) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Sources, project), "*.csproj")
        from reference in XDocument.Load(file).Descendants("ProjectReference")
        where (string?)reference.Attribute("ReferenceOutputAssembly") is not "false"
        select Path.GetFileName(Path.GetDirectoryName(((string)reference.Attribute("Include")!).Replace('\\', '/')))!;
}
