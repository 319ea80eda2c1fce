using System.IO.Compression;
using System.Xml.Linq;

namespace Pipeline.Package.Tests;

[TestFixture]
internal sealed class PackageContentTests
{
    [Test]
    public void Package_Files_AreTheRuntimeAndOneAnalyzerSlot()
    {
        using var package = ZipFile.OpenRead(PackedPackage.File);
        var files = package.Entries.Select(entry => entry.FullName).Where(IsContent);

        Assert.That(files, Is.EquivalentTo((string[])
        [
            "Pipeline.nuspec",
            "README.md",
            "lib/net10.0/Pipeline.dll",
            "lib/net10.0/Pipeline.xml",
            "analyzers/dotnet/cs/Pipeline.Generators.dll",
            "analyzers/dotnet/cs/Pipeline.Analyzers.dll",
            "analyzers/dotnet/cs/Pipeline.CodeFixes.dll",
        ]));
    }

    [Test]
    public void Package_Dependencies_AreTheExtensionsItUses()
    {
        var dependencies = Nuspec().Descendants().Where(element => element.Name.LocalName == "dependency");

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
    public void Package_Metadata_NamesLicenceReadmeAndCommit()
    {
        var metadata = Nuspec().Root!.Elements().First().Elements().ToLookup(element => element.Name.LocalName);

        Assert.That(metadata["license"].Single().Value, Is.EqualTo("MIT"));
        Assert.That(metadata["readme"].Single().Value, Is.EqualTo("README.md"));
        Assert.That(metadata["repository"].Single().Attribute("commit")?.Value, Has.Length.EqualTo(40));
    }

    private static bool IsContent(string file) =>
        !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal)
        && file != "[Content_Types].xml";

    private static XDocument Nuspec()
    {
        using var package = ZipFile.OpenRead(PackedPackage.File);
        using var nuspec = package.GetEntry("Pipeline.nuspec")!.Open();
        return XDocument.Load(nuspec);
    }
}
