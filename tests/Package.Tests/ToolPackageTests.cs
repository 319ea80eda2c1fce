namespace Pipeline.Package.Tests;

/// <summary>The tool as people install it.</summary>
[TestFixture]
internal sealed class ToolPackageTests
{
    [Test]
    public void Tool_InstalledFromItsPackage_ScansAProjectThatRefersToNothing()
    {
        var library = new AnalyzedLibrary("library-scanned", "net10.0", packages: "");
        DotnetCommand.Run(library.Directory, "restore").Succeeded();

        var scan = DotnetCommand.RunProgram(PackedPackage.InstalledTool(), library.Directory, "scan", "--fail-on", "warning");

        Assert.That(scan.Output, Does.Contain("1. Pages.cs:10 warning").And.Contain("PIPE010"));
        Assert.That(scan.ExitCode, Is.EqualTo(1));
    }
}
