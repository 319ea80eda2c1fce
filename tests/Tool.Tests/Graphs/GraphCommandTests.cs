using System.Text.Json;
using Pipeline.TestKit;
using Pipeline.Tool.Commands;
using Pipeline.Traces;

namespace Pipeline.Tool.Tests.Graphs;

/// <summary><c>pipeline graph</c> over a project that was built.</summary>
[TestFixture]
internal sealed class GraphCommandTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly string Digits = Path.Combine(Repository.Root, "samples", "Digits", "Digits.csproj");

    [Test]
    public async Task Graph_OfASample_HasItsServices_AndItsDependencesFitTheRuntime()
    {
        using var folder = new CodeFolder();
        var (graph, dependences) = (Path.Combine(folder.Path, "services.json"), Path.Combine(folder.Path, "pipeline.dependences.json"));

        var run = await ToolRun.RunAsync<GraphCommand>(Digits, "-o", graph, "--dependences", dependences, "-c", Configuration);

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        var services = JsonDocument.Parse(File.ReadAllText(graph)).RootElement.GetProperty("services").EnumerateArray()
            .Select(static service => service.GetProperty("name").GetString()).ToArray();
        Assert.That(services, Does.Contain("Ensemble").And.Contain("Ranker"));
        var known = CallDependences.ReadFile(dependences).Of("Ensemble/ReadSequential")!;
        Assert.That(known.Calls.Select(static call => call.Callee), Is.EqualTo(new[] { "GradientFeatures/Extract", "GradientModel/Predict", "Ranker/Rank" }));
        Assert.That(known.Calls[2].Needs, Does.Contain(1));
        Assert.That(known.Calls[0].File, Does.EndWith("Ensemble.cs"));
    }

    [TestCase("Digits")]
    [TestCase("Web")]
    public async Task DependencesOfASample_AreThoseOfItsSource(string sample)
    {
        using var folder = new CodeFolder();
        string project = Path.Combine(Repository.Root, "samples", sample);
        string dependences = Path.Combine(folder.Path, "pipeline.dependences.json");

        var run = await ToolRun.RunAsync<GraphCommand>(
            Path.Combine(project, $"{sample}.csproj"), "--dependences", dependences, "-c", Configuration);

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(
            File.ReadAllText(Path.Combine(project, "pipeline.dependences.json")),
            Is.EqualTo(File.ReadAllText(dependences)),
            $"Write it again: pipeline graph samples/{sample}/{sample}.csproj --dependences samples/{sample}/pipeline.dependences.json");
    }

    [Test]
    public async Task Graph_OfCodeWithoutServices_SaysSo()
    {
        using var folder = new CodeFolder();
        folder.Write("Pages.cs", CodeFolder.Pages);

        var run = await ToolRun.RunAsync<GraphCommand>(folder.Path);

        Assert.That(run.ExitCode, Is.EqualTo(GraphCommand.FoundNone));
        Assert.That(run.Output, Does.Contain("No service was found"));
    }

    [Test]
    public async Task Graph_InAFormatThatThereIsNot_SaysWhichThereAre()
    {
        using var folder = new CodeFolder();

        var run = await ToolRun.RunAsync<GraphCommand>(folder.Path, "--format", "png");

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(run.Output, Does.Contain("Say mermaid, dot, svg or json."));
    }
}
