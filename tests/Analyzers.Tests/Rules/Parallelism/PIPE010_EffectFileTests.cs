using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

/// <summary>PIPE010 believes the solution's effect file about code of other projects, and nothing else about it.</summary>
public class EffectFileTests
{
    private const string Contracts = """
        using System.Threading.Tasks;
        namespace Shop;
        public interface IRates { Task<string> LoadAsync(string code); Task<string> ReserveAsync(string code); string Trim(string code); }
        public class Query { public string Code { get; set; } = ""; }
        """;

    private const string Line = "reads M:Shop.IRates.LoadAsync(System.String) HttpClient.GetStringAsync see WebRates.LoadAsync 01234567\n";

    private const string Page = """
        using System.Threading.Tasks;
        namespace Shop;
        public class Page(IRates rates)
        {
            public async Task<string> ShowAsync() { var euro = await rates.LoadAsync("EUR"); var dollar = await rates.LoadAsync("USD"); return euro + dollar; }
        }
        """;

    /// <summary>In the IDE a project refers to another's source, on the command line to its assembly.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public async Task Interface_ThatIsRecorded_IsReportedWithItsReason(bool asSource)
    {
        var found = await RunAsync(Page, Line, asSource);

        Assert.That(found, Has.Length.EqualTo(1));
        Assert.That(found[0], Does.EndWith("'rates.LoadAsync' only reads ('HttpClient.GetStringAsync'), see WebRates.LoadAsync in pipeline.effects"));
    }

    [Test]
    public async Task Interface_ThatIsDeclared_IsReportedAsThat()
    {
        var found = await RunAsync(Page, "reads M:Shop.IRates.LoadAsync(System.String) declared\n");

        Assert.That(found, Has.Length.EqualTo(1));
        Assert.That(found[0], Does.EndWith("'rates.LoadAsync' is declared to change nothing in pipeline.effects"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Body_ThatCallsWhatIsRecorded_IsLookedThrough(bool asSource)
    {
        var found = await RunAsync(
            """
            using System.Threading.Tasks;
            namespace Shop;
            public sealed class Page(IRates rates)
            {
                public async Task<string> ShowAsync() { var a = await EuroAsync(); var b = await DollarAsync(); return a + b; }
                private async Task<string> EuroAsync() { var query = new Query { Code = "EUR" }; return await rates.LoadAsync(query.Code); }
                private async Task<string> DollarAsync() => await rates.LoadAsync("USD");
            }
            """,
            Line + "computes M:Shop.Query.#ctor see Query.ctor 01234567\n",
            asSource);

        Assert.That(found, Has.Length.EqualTo(1), string.Join('\n', found));
    }

    [TestCase(Page, "", TestName = "nothing recorded")]
    [TestCase(Page, "reads M:Shop.IRates.LoadAsync(System.String) HttpClient.GetStringAsync see WebRates.LoadAsync\n", TestName = "line without its hash")]
    [TestCase(Page, "writes M:Shop.IRates.LoadAsync(System.String) HttpClient.GetStringAsync see WebRates.LoadAsync 01234567\n",
        TestName = "word that says something else")]
    [TestCase(Page, "reads M:Shop.IRates.LoadAsync(System.Int32) HttpClient.GetStringAsync see WebRates.LoadAsync 01234567\n",
        TestName = "another overload")]
    [TestCase(Page, "computes M:Shop.IRates.LoadAsync(System.String) see WebRates.LoadAsync 01234567\n", TestName = "nothing to wait for")]
    [TestCase(Page + " sealed class Fake : IRates { int _n; public async Task<string> LoadAsync(string code) { _n++; await Task.Yield(); return code; } "
        + "public Task<string> ReserveAsync(string code) => LoadAsync(code); public string Trim(string code) => code; }", Line,
        TestName = "implementation in sight that writes")]
    [TestCase(Page + " sealed class Logged(IRates inner) : IRates { public async Task<string> LoadAsync(string code) => await inner.LoadAsync(code); "
        + "public Task<string> ReserveAsync(string code) => LoadAsync(code); public string Trim(string code) => code; }", Line,
        TestName = "decorator in sight")]
    [TestCase("using System.Threading.Tasks;\nnamespace Shop;\npublic class Page(IRates rates) { public async Task<string> ShowAsync() { "
        + "var euro = await rates.ReserveAsync(\"EUR\"); var dollar = await rates.ReserveAsync(\"USD\"); return euro + dollar; } }",
        "reads M:Shop.IRates.ReserveAsync(System.String) HttpClient.GetStringAsync see WebRates.ReserveAsync 01234567\n",
        TestName = "name that says it changes something")]
    [TestCase("using System.Threading.Tasks;\nnamespace Shop;\npublic class Page(IRates rates) { public System.Net.CookieContainer? Cookies => null; "
        + "public async Task<string> ShowAsync() { var euro = await rates.LoadAsync(\"EUR\"); var dollar = await rates.LoadAsync(\"USD\"); "
        + "return euro + dollar; } }", Line, TestName = "cookies in sight")]
    public async Task Call_OfWhatTheFileDoesNotVouchFor_IsNotReported(string source, string effects) =>
        Assert.That(await RunAsync(source, effects), Is.Empty);

    private static async Task<string[]> RunAsync(string source, string effects, bool asSource = false)
    {
        var contracts = ServiceCompilation.Create(Contracts).WithAssemblyName("Shop.Contracts");
        var compilation = ServiceCompilation.Create("global using System.Net.Http;", source)
            .AddReferences(asSource ? contracts.ToMetadataReference() : Emit(contracts));
        Assert.That(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error), Is.Empty);
        var found = await AllAnalyzers.RunAsync(compilation, effects: effects);
        return [.. found.Where(static diagnostic => diagnostic.Id is "PIPE010").Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
    }

    private static PortableExecutableReference Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        Assert.That(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
