using System.Reflection;

namespace Pipeline.Package.Tests;

/// <summary>The packages, packed once for all fixtures into a folder of its own outside the repository.</summary>
[SetUpFixture]
internal sealed class PackedPackage
{
    public const string Version = "0.0.1-test";

    private static DirectoryInfo? _root;

    public static string Root => _root!.FullName;

    public static string Feed => Path.Combine(Root, "feed");

    public static string File => Path.Combine(Feed, $"Pipeline.{Version}.nupkg");

    public static string AnalyzersFile => Path.Combine(Feed, $"Pipeline.Analyzers.{Version}.nupkg");

    /// <summary>The path of the tool, installed once.</summary>
    public static string InstalledTool()
    {
        string tools = Path.Combine(Root, "tools");
        string tool = Path.Combine(tools, "pipeline");
        if (!System.IO.File.Exists(tool))
        {
            // Where the feed is named, below a folder of its own.
            string folder = Directory.CreateDirectory(Path.Combine(Root, "installing")).FullName;
            System.IO.File.WriteAllText(Path.Combine(folder, "nuget.config"), NugetConfig);
            DotnetCommand.Run(folder, "tool", "install", "Pipeline.Tool", "--version", Version, "--tool-path", tools).Succeeded();
        }

        return tool;
    }

    /// <summary>The global packages folder would keep an older build of the same version.</summary>
    public static string NugetConfig => $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{Path.Combine(Root, "packages")}" />
          </config>
          <packageSources>
            <add key="packed" value="{Feed}" />
          </packageSources>
        </configuration>
        """;

    [OneTimeSetUp]
    public void Pack()
    {
        _root = Directory.CreateTempSubdirectory("pipeline-package-");
        var repository = typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

        // Artifacts of its own: the solution's outputs are in use by the other test projects.
        string[] projects =
            ["src/Runtime/Pipeline.csproj", "src/AnalyzerPackage/Pipeline.AnalyzerPackage.csproj", "src/Tool/Pipeline.Tool.csproj"];
        foreach (string project in projects)
        {
            DotnetCommand.Run(repository, "pack", project, "-c", "Release", "-o", Feed,
                "--artifacts-path", Path.Combine(Root, "artifacts"), $"-p:PackageVersion={Version}").Succeeded();
        }
    }

    [OneTimeTearDown]
    public void Delete() => _root?.Delete(recursive: true);
}
