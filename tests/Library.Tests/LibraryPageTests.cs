namespace Pipeline.Library.Tests;

/// <summary>The page of the library model is made of the model itself.</summary>
[TestFixture]
internal sealed class LibraryPageTests
{
    private const string WriteIt = "PIPELINE_WRITE_PAGES";

    [Test]
    public void Page_IsWhatTheModelSays()
    {
        string file = Path.Combine(Repository(), "docs", "library.md");
        string page = LibraryPage.Write();
        if (Environment.GetEnvironmentVariable(WriteIt) is "1")
            File.WriteAllText(file, page);

        Assert.That(File.ReadAllText(file).ReplaceLineEndings("\n"), Is.EqualTo(page), $"run this test with {WriteIt}=1");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
