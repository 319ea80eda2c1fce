using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Pipeline.Package.Tests;

/// <summary>The front door: what somebody does who has read nothing but the package's own page.</summary>
[TestFixture]
internal sealed partial class ReadmeTests
{
    [Test]
    public void FirstBlock_PastedIntoANewConsoleProject_RunsAndPrintsWhatItSays()
    {
        string program = FirstBlock().Match(Readme()).Groups[1].Value;
        string promised = Promise().Match(program).Groups[1].Value;

        var run = new Consumer("readme", program, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>").Run().Succeeded();

        Assert.That(promised, Is.Not.Empty);
        Assert.That(run.Output.Split('\n', StringSplitOptions.TrimEntries), Does.Contain(promised));
    }

    [Test]
    public void InstallLine_StandsAboveTheFirstBlock()
    {
        string readme = Readme();

        Assert.That(readme.IndexOf("dotnet add package Pipeline\n", StringComparison.Ordinal), Is.InRange(0, FirstBlock().Match(readme).Index));
    }

    private static string Readme()
    {
        using var package = ZipFile.OpenRead(PackedPackage.File);
        using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex FirstBlock();

    [GeneratedRegex(@"Console\.WriteLine\(.*\);\s+// (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Promise();
}
