using System.Reflection;

namespace Pipeline.Package.Tests;

/// <summary>The package, packed once for all fixtures into a folder of its own outside the repository.</summary>
[SetUpFixture]
internal sealed class PackedPackage
{
    public const string Version = "0.0.1-test";

    private static DirectoryInfo? _root;

    public static string Root => _root!.FullName;

    public static string Feed => Path.Combine(Root, "feed");

    public static string File => Path.Combine(Feed, $"Pipeline.{Version}.nupkg");

    [OneTimeSetUp]
    public void Pack()
    {
        _root = Directory.CreateTempSubdirectory("pipeline-package-");
        var repository = typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

        // Artifacts of its own: the solution's outputs are in use by the other test projects.
        DotnetCommand.Run(repository, "pack", "src/Runtime/Pipeline.csproj", "-c", "Release", "-o", Feed,
            "--artifacts-path", Path.Combine(Root, "artifacts"), $"-p:PackageVersion={Version}").Succeeded();
    }

    [OneTimeTearDown]
    public void Delete() => _root?.Delete(recursive: true);
}
