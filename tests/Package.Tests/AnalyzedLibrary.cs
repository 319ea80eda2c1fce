namespace Pipeline.Package.Tests;

/// <summary>
/// A library of one file that knows nothing of the repository, nor of the runtime: its packages come from one file for all projects.
/// </summary>
internal sealed class AnalyzedLibrary
{
    /// <param name="name">The folder's name.</param>
    /// <param name="framework">What it targets.</param>
    /// <param name="packages">The items of <c>Directory.Packages.props</c>.</param>
    /// <param name="references">The items of the project.</param>
    public AnalyzedLibrary(string name, string framework, string packages, string references = "")
    {
        Directory = System.IO.Directory.CreateDirectory(Path.Combine(PackedPackage.Root, name)).FullName;
        Write("nuget.config", PackedPackage.NugetConfig);
        Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>{packages}</ItemGroup>
            </Project>
            """);
        Write("Library.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <LangVersion>latest</LangVersion>
                <NuGetAudit>false</NuGetAudit>
                <WarningsAsErrors>CS9057</WarningsAsErrors>
                <ProduceReferenceAssembly>false</ProduceReferenceAssembly>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
        Write(".editorconfig", """
            root = true
            [*.cs]
            dotnet_diagnostic.PIPE010.severity = warning
            """);
        Write("Pages.cs", """
            using System.Net.Http;
            using System.Threading.Tasks;

            public sealed class Pages
            {
                private readonly HttpClient _http = new HttpClient();

                public async Task<int> CountAsync()
                {
                    var rates = await _http.GetStringAsync("https://example.org/rates");
                    var stock = await _http.GetStringAsync("https://example.org/stock");
                    return rates.Length + stock.Length;
                }
            }
            """);
    }

    public string Directory { get; }

    public string Source => File.ReadAllText(Path.Combine(Directory, "Pages.cs"));

    public DotnetCommand Build() => DotnetCommand.Run(Directory, "build", "-nologo", "--no-incremental", "-clp:NoSummary");

    /// <summary>Applies the fix of one rule wherever it is reported.</summary>
    public DotnetCommand Fix(string id) => DotnetCommand.Run(Directory, "format", "analyzers", "--diagnostics", id, "--severity", "info");

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Directory, file), text);
}
