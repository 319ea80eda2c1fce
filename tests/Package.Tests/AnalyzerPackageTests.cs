namespace Pipeline.Package.Tests;

/// <summary>The rules and fixes alone, in projects that never heard of services.</summary>
[TestFixture]
internal sealed class AnalyzerPackageTests
{
    private const string Report = "Pages.cs(10,27): warning PIPE010";

    private static readonly string Global =
        $"""<GlobalPackageReference Include="Pipeline.Analyzers" Version="{PackedPackage.Version}" />""";

    [TestCase("netstandard2.0")]
    [TestCase("net10.0")]
    public void Library_OfAnyTarget_GetsTheReportAndNothingIntoItsOutput(string framework)
    {
        var library = new AnalyzedLibrary($"library-{framework}", framework, Global);
        var build = library.Build().Succeeded();

        Assert.That(build.Output, Does.Contain(Report));
        var output = Directory.EnumerateFiles(Path.Combine(library.Directory, "bin"), "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName);
        Assert.That(output, Is.EquivalentTo((string[])["Library.dll", "Library.pdb", "Library.deps.json"]));
    }

    [Test]
    public void Fix_WithoutTheRuntime_JoinsThroughTheFrameworkAlone()
    {
        var library = new AnalyzedLibrary("library-fixed", "netstandard2.0", Global);
        library.Build().Succeeded();
        library.Fix("PIPE010").Succeeded();

        Assert.That(library.Source, Does.Contain("await Task.WhenAll(ratesTask, stockTask)"));
        Assert.That(library.Build().Succeeded().Output, Does.Not.Contain("PIPE"));
    }

    [Test]
    public void Library_WithBothPackages_GetsTheReportOnce()
    {
        string runtime = $"""<PackageVersion Include="Pipeline" Version="{PackedPackage.Version}" />""";
        var library = new AnalyzedLibrary("library-both", "net10.0", Global + runtime, """<PackageReference Include="Pipeline" />""");
        var build = library.Build().Succeeded();

        // MSBuild prints a warning where it comes up and once more at the end.
        var lines = build.Output.Split('\n').Where(line => line.Contains(Report, StringComparison.Ordinal));
        Assert.That(lines.Count(), Is.EqualTo(2));
    }
}
