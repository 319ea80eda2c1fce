using System.IO.Compression;
using System.Xml.Linq;

namespace Pipeline.Package.Tests;

[TestFixture]
internal sealed class PackageContentTests
{
    [Test]
    public void Package_Files_AreTheRuntimeAndOneAnalyzerSlot()
    {
        Assert.That(Files(PackedPackage.File), Is.EquivalentTo((string[])
        [
            "Pipeline.nuspec",
            "README.md",
            "lib/net10.0/Pipeline.dll",
            "lib/net10.0/Pipeline.xml",
            "build/Pipeline.targets",
            "analyzers/dotnet/cs/Pipeline.Generators.dll",
            "analyzers/dotnet/cs/Pipeline.Analyzers.dll",
            "analyzers/dotnet/cs/Pipeline.CodeFixes.dll",
        ]));
    }

    [Test]
    public void Package_Dependencies_AreTheExtensionsItUses()
    {
        var dependencies = Nuspec(PackedPackage.File).Descendants().Where(element => element.Name.LocalName == "dependency");

        Assert.That(dependencies.Select(dependency => dependency.Attribute("id")!.Value), Is.EquivalentTo((string[])
        [
            "Microsoft.Extensions.Configuration",
            "Microsoft.Extensions.DependencyInjection",
            "Microsoft.Extensions.Diagnostics.HealthChecks",
            "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.Logging",
        ]));
    }

    [Test]
    public void AnalyzerPackage_Files_AreTheRulesAndFixesAlone() => Assert.That(Files(PackedPackage.AnalyzersFile), Is.EquivalentTo((string[])
    [
        "Pipeline.Analyzers.nuspec",
        "README.md",
        "build/Pipeline.Analyzers.targets",
        "analyzers/dotnet/cs/Pipeline.Analyzers.dll",
        "analyzers/dotnet/cs/Pipeline.CodeFixes.dll",
    ]));

    [Test]
    public void AnalyzerPackage_ForItsUsers_IsADevelopmentDependencyThatBringsNoOther()
    {
        var elements = Nuspec(PackedPackage.AnalyzersFile).Descendants().ToLookup(element => element.Name.LocalName);

        Assert.That(elements["developmentDependency"].Single().Value, Is.EqualTo("true"));
        Assert.That(elements["dependency"], Is.Empty);
    }

    [Test]
    public void Package_Metadata_NamesLicenceReadmeAndCommit(
        [Values(nameof(PackedPackage.File), nameof(PackedPackage.AnalyzersFile))] string file)
    {
        string package = file is nameof(PackedPackage.File) ? PackedPackage.File : PackedPackage.AnalyzersFile;
        var metadata = Nuspec(package).Root!.Elements().First().Elements().ToLookup(element => element.Name.LocalName);

        Assert.That(metadata["license"].Single().Value, Is.EqualTo("MIT"));
        Assert.That(metadata["readme"].Single().Value, Is.EqualTo("README.md"));
        Assert.That(metadata["repository"].Single().Attribute("commit")?.Value, Has.Length.EqualTo(40));
    }

    private static bool IsContent(string file) =>
        !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal)
        && file != "[Content_Types].xml";

    private static IEnumerable<string> Files(string file)
    {
        using var package = ZipFile.OpenRead(file);
        return [.. package.Entries.Select(entry => entry.FullName).Where(IsContent)];
    }

    private static XDocument Nuspec(string file)
    {
        using var package = ZipFile.OpenRead(file);
        using var nuspec = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec);
    }
}
