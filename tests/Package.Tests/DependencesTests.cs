namespace Pipeline.Package.Tests;

/// <summary>What the package's build does for the runtime and the rules.</summary>
[TestFixture]
internal sealed class DependencesTests
{
    private const string Program = """
        using Pipeline;

        Console.WriteLine();

        [Service]
        public partial class Prices
        {
            [Api(Effect = Effect.Reads)] public Task<int> GetAsync(int id) => Task.FromResult(id);
        }

        [Service]
        public partial class Shop(Prices.Proxy prices)
        {
            [Api]
            public async Task<int> BuyAsync(int id)
            {
                var first = await prices.ToAsync.Get(id);
                var second = await prices.ToAsync.Get(id + 1);
                return first + second;
            }
        }
        """;

    private const string Profile = """
        { "version": 1, "recorded": "2026-01-01T00:00:00Z", "apis": [
          { "api": "Shop/Buy", "count": 10, "p50": 100, "p95": 120, "own": 10, "callees": [
            { "callee": "Prices/Get", "calls": 2, "p50": 45, "p95": 50 } ] } ] }
        """;

    [Test]
    public void Build_ThatIsAskedTo_WritesTheDependencesBesideTheProgram_AndOnlyWhereSourcesHaveChanged()
    {
        var shop = new Consumer("dependences", Program, $"""
            <PipelineWriteDependences>true</PipelineWriteDependences>
            <PipelineCommand>{PackedPackage.InstalledTool()}</PipelineCommand>
            """);
        string file = Path.Combine(shop.Directory, "bin", "Debug", "net10.0", "pipeline.dependences.json");

        Assert.That(shop.Build().Succeeded().Output, Does.Contain("The calls of 1 API(s) are in"));
        Assert.That(File.ReadAllText(file), Does.Contain("\"Shop/Buy\""));
        Assert.That(shop.Build().Succeeded().Output, Does.Not.Contain("The calls of"));

        DotnetCommand.Run(shop.Directory, "publish", "-nologo").Succeeded();
        Assert.That(File.Exists(Path.Combine(shop.Directory, "bin", "Release", "net10.0", "publish", "pipeline.dependences.json")));
        DotnetCommand.Run(shop.Directory, "clean", "-nologo").Succeeded();
        Assert.That(File.Exists(file), Is.False);
    }

    [Test]
    public void Files_InTheFolderOfTheProject_ReachTheRulesAndTheProgram()
    {
        var shop = new Consumer("profiled", Program);
        File.WriteAllText(Path.Combine(shop.Directory, "pipeline.profile.json"), Profile);
        File.WriteAllText(Path.Combine(shop.Directory, "pipeline.dependences.json"), "{}");

        Assert.That(shop.Build().Succeeded().Output, Does.Contain("PIPE001").And.Contain("(saves about 45 of 100 ms)"));
        Assert.That(File.Exists(Path.Combine(shop.Directory, "bin", "Debug", "net10.0", "pipeline.dependences.json")));
    }
}
