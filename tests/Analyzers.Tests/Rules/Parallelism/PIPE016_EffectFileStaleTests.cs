using System.Globalization;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

/// <summary>PIPE016: one report for all lines that are ignored or out of date.</summary>
public class EffectFileStaleTests
{
    private const string Source = """
        using System.Net.Http;
        using System.Threading.Tasks;
        public interface IRates { Task<string> LoadAsync(string code); }
        public sealed class Rates(HttpClient http) : IRates { public Task<string> LoadAsync(string code) => http.GetStringAsync($"/rates/{code}"); }
        """;

    /// <summary>The hash is the same on every machine and in every version: checked-in files hold it.</summary>
    private const string Hash = "c0aaf07f";

    [TestCase("", TestName = "empty file")]
    [TestCase("# a comment\n\n  \r\n", TestName = "comments and blank lines")]
    [TestCase($"reads M:Rates.LoadAsync(System.String) HttpClient.GetStringAsync see Rates.LoadAsync {Hash}\n", TestName = "method as it is")]
    [TestCase($"reads M:IRates.LoadAsync(System.String) HttpClient.GetStringAsync see Rates.LoadAsync {Hash}\r\n", TestName = "interface as it is")]
    [TestCase("reads M:IRates.LoadAsync(System.String) HttpClient.GetStringAsync see Rates.LoadAsync,Other.LoadAsync 00000000\n",
        TestName = "interface that others implement too")]
    [TestCase("reads M:Elsewhere.LoadAsync(System.String) HttpClient.GetStringAsync see Elsewhere.LoadAsync 00000000\n", TestName = "method out of sight")]
    [TestCase("reads M:IRates.LoadAsync(System.String) declared\n", TestName = "declared")]
    public async Task File_ThatIsUnderstoodAndTrue_IsNotReported(string effects) => Assert.That(await RunAsync(effects), Is.Empty);

    [TestCase("reads\n", "line 1 is ignored")]
    [TestCase("# head\nwrites M:Rates.LoadAsync(System.String) declared\n", "line 2 is ignored")]
    [TestCase("reads T:Rates declared\n", "line 1 is ignored")]
    [TestCase("reads M:A.B declared\nreads M:A.B declared\n", "line 2 is ignored: 'M:A.B' has a line before it")]
    [TestCase("<<<<<<< HEAD\nreads M:A.B declared\n=======\n>>>>>>> branch\n", "line 1 is ignored: it is no line that `pipeline scan --record` writes, and 2 more")]
    [TestCase("reads M:Rates.LoadAsync(System.String) HttpClient.GetStringAsync see Rates.LoadAsync 00000000\n",
        "'Rates.LoadAsync' has changed since its line was written; run `pipeline scan --record`")]
    [TestCase("reads M:IRates.LoadAsync(System.String) HttpClient.GetStringAsync see Rates.LoadAsync 00000000\n", "'Rates.LoadAsync' has changed")]
    public async Task File_WithLinesThatSayNothingOrSomethingOld_IsReportedOnce(string effects, string message)
    {
        string[] found = await RunAsync(effects);

        Assert.That(found, Has.Length.EqualTo(1));
        Assert.That(found[0], Does.StartWith(message));
    }

    private static async Task<string[]> RunAsync(string effects) =>
    [
        .. (await AllAnalyzers.RunAsync(ServiceCompilation.Create(Source), effects: effects))
            .Where(static diagnostic => diagnostic.Id is "PIPE016").Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)),
    ];
}
