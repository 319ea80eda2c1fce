namespace Pipeline.Package.Tests;

/// <summary>A console project that knows nothing of the repository but the packed file.</summary>
internal sealed class Consumer
{
    public Consumer(string name, string program, string properties = "")
    {
        Directory = System.IO.Directory.CreateDirectory(Path.Combine(PackedPackage.Root, name)).FullName;
        Write("Program.cs", program);
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <WarningsAsErrors>CS9057</WarningsAsErrors>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Pipeline" Version="{PackedPackage.Version}" />
              </ItemGroup>
            </Project>
            """);

        Write("nuget.config", PackedPackage.NugetConfig);
    }

    public string Directory { get; }

    public DotnetCommand Build() => DotnetCommand.Run(Directory, "build", "-nologo", "-clp:NoSummary");

    public DotnetCommand Run() => DotnetCommand.Run(Directory, "run");

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Directory, file), text);
}
