using System.Diagnostics;

namespace Pipeline.Tool.Tests;

/// <summary>A project that MSBuild evaluates: its own references, options and <c>.editorconfig</c> hold.</summary>
[TestFixture]
internal sealed class ProjectScanTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
        </Project>
        """;

    [Test]
    public async Task Scan_OfAProject_TakesItsSeverities()
    {
        using var folder = new CodeFolder();
        folder.Write("Shop.csproj", Project);
        folder.Write("Pages.cs", CodeFolder.Pages);
        folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.PIPE010.severity = warning\n");
        Restore(folder.Path);

        var run = await ToolRun.ScanAsync(folder.Path, "--fail-on", "warning");

        Assert.That(run.Output, Does.Contain("1. Pages.cs:8 warning"));
        Assert.That(run.Output, Does.Not.Contain("without their projects"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task Scan_OfAProjectThatCannotBeRead_FallsBackToItsFilesAndSaysWhy()
    {
        using var folder = new CodeFolder();
        folder.Write("Shop.csproj", "<Project Sdk=");
        folder.Write("Pages.cs", CodeFolder.Pages);

        var run = await ToolRun.ScanAsync(folder.Path);

        Assert.That(run.Output, Does.Contain("Shop.csproj could not be read").And.Contain("1. Pages.cs:8 suggestion"));
    }

    [Test]
    public async Task Scan_OfAProjectThatNamesTypesNobodyHas_SaysSo()
    {
        using var folder = new CodeFolder();
        folder.Write("Shop.csproj", Project);
        folder.Write("Pages.cs", CodeFolder.Pages);
        folder.Write(".editorconfig", "root = true\n[*.cs]\npipeline_concurrent_types = Pages, Shop.Gone.*, System.Net.Http.Http*, Pages.Gone\n");
        Restore(folder.Path);

        var run = await ToolRun.ScanAsync(folder.Path);

        Assert.That(run.Output, Does.Contain("names 'Pages.Gone', and no project").And.Contain("names 'Shop.Gone.*', and no project"));
        Assert.That(run.Output, Does.Not.Contain("names 'Pages'").And.Not.Contain("names 'System.Net.Http.Http*'"));
    }

    private static void Restore(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["restore"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
    }
}
