namespace Pipeline.Tool.Tests;

/// <summary>Sources grouped by the project files beside them, which nobody evaluates; and the effect file between the projects.</summary>
[TestFixture]
internal sealed class LooseProjectTests
{
    private const string Rates = """
        using System.Net.Http;
        namespace Shop;
        public sealed class WebRates(HttpClient http) : IRates
        {
            public async Task<string> LoadAsync(string code) => await http.GetStringAsync($"/rates/{code}");
        }
        """;

    private CodeFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _folder.Write("Shop.Contracts/Shop.Contracts.csproj", Project());
        _folder.Write("Shop.Contracts/IRates.cs", "namespace Shop;\npublic interface IRates { Task<string> LoadAsync(string code); }");
        _folder.Write("Shop.Web/Shop.Web.csproj", Project("../Shop.Contracts/Shop.Contracts.csproj"));
        _folder.Write("Shop.Web/WebRates.cs", Rates);
        _folder.Write("Shop.App/Shop.App.csproj", Project("..\\Shop.Contracts\\Shop.Contracts.csproj"));
        _folder.Write("Shop.App/Page.cs", """
            namespace Shop;
            public sealed class Page(IRates rates)
            {
                public async Task<int> ShowAsync()
                {
                    var euro = await rates.LoadAsync("EUR");
                    var dollar = await rates.LoadAsync("USD");
                    return euro.Length + dollar.Length;
                }
            }
            """);
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public async Task Scan_WithoutTheEffectFile_DoesNotLookIntoOtherProjects()
    {
        var run = await ToolRun.ScanAsync(_folder.Path, "--loose");

        Assert.That(run.Output, Does.Contain("0 place(s) in 3 project(s)."));
    }

    [Test]
    public async Task Record_WritesTheFileAndScansWithIt()
    {
        var run = await ToolRun.ScanAsync(_folder.Path, "--loose", "--record");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain("1. Shop.App/Page.cs:6").And.Contain("see WebRates.LoadAsync in pipeline.effects"));
        Assert.That(File.ReadAllText(Path.Combine(_folder.Path, "pipeline.effects")), Does.Contain("reads M:Shop.IRates.LoadAsync(System.String) "));
    }

    [Test]
    public async Task Record_UnderAnotherName_ScansWithItAllTheSame()
    {
        string file = Path.Combine(_folder.Path, "own.txt");
        var run = await ToolRun.ScanAsync(_folder.Path, "--loose", "--record", file);

        Assert.That(run.Output, Does.Contain("1. Shop.App/Page.cs:6"));
        Assert.That(File.ReadAllText(file), Does.Contain("reads M:Shop.IRates.LoadAsync(System.String) "));
    }

    [TestCase("", ".editorconfig", "Page.cs:6 suggestion")]
    [TestCase("dotnet_diagnostic.PIPE010.severity = warning", ".editorconfig", "Page.cs:6 warning")]
    [TestCase("dotnet_diagnostic.PIPE010.severity = warning", "Shop.App/.editorconfig", "Page.cs:6 warning")]
    [TestCase("dotnet_diagnostic.PIPE010.severity = none", "Shop.App/.editorconfig", "0 place(s)")]
    [TestCase("dotnet_diagnostic.PIPE010.severity = none", "Shop.Web/.editorconfig", "Page.cs:6 suggestion")]
    public async Task Scan_WithAnEditorConfig_HoldsToItBelowItsFolder(string line, string file, string expected)
    {
        _folder.Write(file, $"[*.cs]\n{line}\n");

        var run = await ToolRun.ScanAsync(_folder.Path, "--loose", "--record");

        Assert.That(run.Output, Does.Contain(expected));
    }

    /// <summary>Whether a member may be asked of an argument depends on whether the compiler knows of null.</summary>
    [TestCase("<Nullable>enable</Nullable>", 1)]
    [TestCase("<Nullable Condition=\"'$(Nullable)' == ''\">enable</Nullable>", 1)]
    [TestCase("<Nullable>disable</Nullable>", 0)]
    public async Task Scan_OfAFolderBelowItsProps_TakesNullableFromThem(string property, int places)
    {
        _folder.Write("Directory.Build.props", $"<Project><PropertyGroup>{property}</PropertyGroup></Project>");
        _folder.Write("One/One.csproj", Project());
        _folder.Write("One/Page.cs", """
            using System.Net.Http;
            using System.Threading.Tasks;
            public class Page(HttpClient http)
            {
                public async Task<string> ShowAsync(Code euro, Code dollar)
                {
                    var a = await http.GetStringAsync($"/rates/{euro.Text}");
                    var b = await http.GetStringAsync($"/names/{dollar.Text}");
                    return a + b;
                }
            }
            public class Code { public string Text { get; set; } = ""; }
            """);

        var run = await ToolRun.ScanAsync(Path.Combine(_folder.Path, "One"), "--loose");

        Assert.That(run.Output, Does.Contain($"{places} place(s) in 1 project(s)."));
    }

    [Test]
    public async Task Verify_AfterABodyChanged_NamesTheMembersAndFails()
    {
        await ToolRun.ScanAsync(_folder.Path, "--loose", "--record");
        var same = await ToolRun.ScanAsync(_folder.Path, "--loose", "--verify");
        _folder.Write("Shop.Web/WebRates.cs", Rates.Replace("await http.Get", "await http.GetStringAsync(\"/x\") + await http.Get", StringComparison.Ordinal));
        var changed = await ToolRun.ScanAsync(_folder.Path, "--loose", "--verify");
        _folder.Write("Shop.Web/WebRates.cs", Rates.Replace("=>", "=> _n++ < 0 ? \"\" :", StringComparison.Ordinal).Replace("{\n", "{ int _n;\n", StringComparison.Ordinal));
        var gone = await ToolRun.ScanAsync(_folder.Path, "--loose", "--verify");

        Assert.That(same.ExitCode, Is.Zero, same.Output);
        Assert.That(changed.ExitCode, Is.EqualTo(2));
        Assert.That(changed.Output, Does.Contain("changed: M:Shop.IRates.LoadAsync(System.String)"));
        Assert.That(gone.ExitCode, Is.EqualTo(2));
        Assert.That(gone.Output, Does.Contain("gone: M:Shop.IRates.LoadAsync(System.String)"));
    }

    [Test]
    public async Task Scan_OfProjectsThatReferToOneAnother_LeavesTheCycleOut()
    {
        _folder.Write("Shop.Contracts/Shop.Contracts.csproj", Project("../Shop.App/Shop.App.csproj"));

        var run = await ToolRun.ScanAsync(_folder.Path, "--loose");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("in 3 project(s)."));
    }

    private static string Project(string? reference = null) =>
        $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>{(reference is null ? "" : $"<ProjectReference Include=\"{reference}\" />")}</ItemGroup></Project>";
}
