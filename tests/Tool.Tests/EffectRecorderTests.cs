namespace Pipeline.Tool.Tests;

/// <summary>What the effect file says of a solution's methods, and above all what it does not.</summary>
[TestFixture]
internal sealed class EffectRecorderTests
{
    private const string Contracts = """
        namespace Shop;
        public interface IRates { Task<string> LoadAsync(string code); }
        public static class Codes { public static string Trim(string code) => code.Trim(); public static int Unused(int code) => code; }
        public sealed class Query { public string Code { get; set; } = ""; }
        """;

    private const string Web = """
        namespace Shop;
        public sealed class WebRates(HttpClient http) : IRates
        {
            public async Task<string> LoadAsync(string code) => await http.GetStringAsync($"/rates/{Codes.Trim(code)}");
        }
        """;

    private const string Page = """
        namespace Shop;
        public sealed class Page(IRates rates)
        {
            public async Task<int> ShowAsync(string id) { var query = new Query { Code = id }; return (await rates.LoadAsync(query.Code)).Length; }
        }
        """;

    private const string Load = "M:Shop.IRates.LoadAsync(System.String)";

    [Test]
    public async Task Record_OfAnInterface_SaysWhatStandsBehindIt()
    {
        using var solution = new CodeSolution().With("Shop.Contracts", Contracts).With("Shop.Web", Web).With("Shop.App", Page);

        string[] lines = await solution.RecordAsync();

        Assert.That(lines.Select(static line => line[..(line.LastIndexOf(' ') + 1)].TrimEnd()), Is.EqualTo(new[]
        {
            "computes M:Shop.Codes.Trim(System.String) see Codes.Trim",
            $"reads {Load} HttpClient.GetStringAsync see WebRates.LoadAsync",
            "reads M:Shop.Page.ShowAsync(System.String) HttpClient.GetStringAsync see Page.ShowAsync",
            "computes M:Shop.Query.#ctor see Query.ctor",
            "reads M:Shop.WebRates.LoadAsync(System.String) HttpClient.GetStringAsync see WebRates.LoadAsync",
        }));
    }

    [Test]
    public async Task Record_WhateverTheOrderOfTheProjects_IsTheSame()
    {
        using var one = new CodeSolution().With("Shop.Contracts", Contracts).With("Shop.Web", Web).With("Shop.App", Page);
        using var other = new CodeSolution().With("Shop.Contracts", Contracts).With("Shop.App", Page).With("Shop.Web", Web);

        Assert.That(await other.RecordAsync(), Is.EqualTo(await one.RecordAsync()));
    }

    [Test]
    public async Task Record_OfADoubleInATestProject_LooksAwayFromIt()
    {
        using var solution = new CodeSolution().With("Shop.Contracts", Contracts).With("Shop.Web", Web).With("Shop.Web.Tests", """
            namespace Shop;
            public sealed class FakeRates : IRates { int _n; public Task<string> LoadAsync(string code) => Task.FromResult($"{_n++}"); }
            """);

        Assert.That(await solution.RecordAsync(), Has.Some.StartsWith("reads " + Load));
    }

    [TestCase("public sealed class Logged(IRates inner) : IRates { public Task<string> LoadAsync(string code) => inner.LoadAsync(code); }",
        TestName = "decorator")]
    [TestCase("public sealed class Counted(HttpClient http) : IRates { int _n; public Task<string> LoadAsync(string code) { _n++; "
        + "return http.GetStringAsync($\"/rates/{code}\"); } }", TestName = "implementation that writes")]
    [TestCase("public sealed class Kept(HttpClient http) : IRates { readonly Dictionary<string, string> _known = []; "
        + "public async Task<string> LoadAsync(string code) => _known.TryGetValue(code, out var rate) ? rate : "
        + "_known[code] = await http.GetStringAsync($\"/rates/{code}\"); }", TestName = "implementation that fills what it keeps")]
    [TestCase("public sealed class Kept(HttpClient http) : IRates { readonly Lazy<string> _root = new(() => \"\"); "
        + "public Task<string> LoadAsync(string code) => http.GetStringAsync($\"/rates/{_root.Value}{code}\"); }", TestName = "lazy value")]
    [TestCase("public class Rates(HttpClient http) : IRates { public virtual Task<string> LoadAsync(string code) => "
        + "http.GetStringAsync($\"/rates/{code}\"); } public sealed class Counted(HttpClient http) : Rates(http) { int _n; "
        + "public override Task<string> LoadAsync(string code) { _n++; return base.LoadAsync(code); } }", TestName = "override that writes")]
    [TestCase("sealed class Hidden : IRates { static int s_n; Task<string> IRates.LoadAsync(string code) => Task.FromResult($\"{s_n++}\"); }",
        TestName = "explicit implementation that writes")]
    [TestCase("public interface ILoud : IRates { Task<string> IRates.LoadAsync(string code) => Task.FromResult(code); } "
        + "public sealed class Loud : ILoud { }", TestName = "body in an interface")]
    [TestCase("public sealed class Asked(Func<string, Task<string>> ask) : IRates { public Task<string> LoadAsync(string code) => ask(code); }",
        TestName = "implementation that calls a delegate")]
    [TestCase("public sealed class Unnamed(HttpClient http) : IRates { public Task<string> LoadAsync(string code) => "
        + "http.GetStringAsync(code); }", TestName = "address that does not show")]
    [TestCase("public class Traced : System.Reflection.DispatchProxy { protected override object? Invoke("
        + "System.Reflection.MethodInfo? method, object?[]? arguments) => null; public static IRates Of() => Create<IRates, Traced>(); "
        + "static T Create<T, P>() where P : System.Reflection.DispatchProxy => System.Reflection.DispatchProxy.Create<T, P>(); "
        + "public static IRates Proxied() => System.Reflection.DispatchProxy.Create<IRates, Traced>(); }", TestName = "dispatch proxy")]
    [TestCase("static class Setup { static void Decorate<T, D>() { } public static void Run() => Decorate<IRates, WebRates>(); }",
        TestName = "registered decorator")]
    [TestCase("static class Setup { public static void Run(dynamic builder) => builder.EnableInterfaceInterceptors(); }",
        TestName = "interceptors")]
    [TestCase("static class Setup { public static System.Net.CookieContainer Cookies { get; } = new(); }", TestName = "cookies")]
    public async Task Record_WhereOneOfSeveralProjectsSpeaksAgainstIt_SaysNothingOfTheInterface(string more)
    {
        using var solution = new CodeSolution()
            .With("Shop.Contracts", Contracts).With("Shop.Web", Web).With("Shop.More", "namespace Shop;\n" + more);

        Assert.That(await solution.RecordAsync(), Has.None.Contains(Load));
    }

    [TestCase("settings.Root", true, TestName = "settings that others may write")]
    [TestCase("settings.Count()", false, TestName = "settings that count")]
    [TestCase("settings.File.Length", false, TestName = "object of a library that is not for several at once")]
    public async Task Record_OfAClientWithState_LooksAtWhatItDoesWithIt(string used, bool isRecorded)
    {
        using var solution = new CodeSolution()
            .With("Shop.Contracts", Contracts + """
                public class Settings
                {
                    int _n;
                    public string Root { get; set; } = "";
                    public System.IO.FileInfo File { get; set; } = null!;
                    public int Count() => _n++;
                }
                """)
            .With("Shop.Web", $$"""
                namespace Shop;
                public sealed class WebRates(HttpClient http, Settings settings) : IRates
                {
                    public Task<string> LoadAsync(string code) => http.GetStringAsync($"/rates/{{{used}}}/{code}");
                }
                """);

        string[] lines = await solution.RecordAsync();

        Assert.That(lines.Any(static line => line.StartsWith("reads " + Load, StringComparison.Ordinal)), Is.EqualTo(isRecorded), string.Join('\n', lines));
    }

    [Test]
    public async Task Record_OfAProjectWithTwoTargets_CountsBothBodies()
    {
        const string Source = """
            namespace Shop;
            public sealed class Rates(HttpClient http)
            {
            #if NET10_0_OR_GREATER
                public Task<string> LoadAsync(string code) => http.GetStringAsync($"/rates/{code}");
            #else
                public async Task<string> LoadAsync(string code) => await (await http.PostAsync($"/rates/{code}", null)).Content.ReadAsStringAsync();
            #endif
            }
            """;
        using var both = new CodeSolution().With("Shop(net8.0)", Source).With("Shop(net10.0)", Source);
        using var one = new CodeSolution().With("Shop(net10.0)", Source);

        Assert.That(await one.RecordAsync(), Has.Length.EqualTo(1));
        Assert.That(await both.RecordAsync(), Is.Empty);
    }

    [Test]
    public async Task Record_OfProjectsThatCallOneAnotherThroughInterfaces_Ends()
    {
        using var solution = new CodeSolution()
            .With("Shop.Contracts", "namespace Shop;\npublic interface IEven { Task<int> EvenAsync(int n); }\npublic interface IOdd { Task<int> OddAsync(int n); }")
            .With("Shop.Even", "namespace Shop;\npublic sealed class Even(IOdd odd) : IEven { public Task<int> EvenAsync(int n) => odd.OddAsync(n - 1); }")
            .With("Shop.Odd", "namespace Shop;\npublic sealed class Odd(IEven even) : IOdd { public Task<int> OddAsync(int n) => even.EvenAsync(n - 1); }");

        Assert.That(await solution.RecordAsync(), Is.Empty);
    }

    [Test]
    public async Task Record_OverALineThatAPersonWrote_KeepsItAndBelievesIt()
    {
        using var solution = new CodeSolution().With("Shop.Contracts", Contracts).With("Shop.App", Page);

        string[] lines = await solution.RecordAsync($"reads {Load} declared\nreads M:Shop.Gone.LoadAsync see Gone.LoadAsync 01234567\n");

        Assert.That(lines, Has.Some.EqualTo($"reads {Load} declared"));
        Assert.That(lines, Has.None.Contains("Gone"));
    }

    [Test]
    public async Task Record_AfterCommentsAndLayoutChanged_IsTheSame()
    {
        using var before = new CodeSolution().With("Shop.Contracts", Contracts).With("Shop.Web", Web);
        using var after = new CodeSolution().With("Shop.Contracts", Contracts)
            .With("Shop.Web", Web.Replace("=> await", "=>\n        // Slow.\n        await", StringComparison.Ordinal));
        using var other = new CodeSolution().With("Shop.Contracts", Contracts)
            .With("Shop.Web", Web.Replace("/rates/", "/courses/", StringComparison.Ordinal));

        string[] lines = await before.RecordAsync();
        Assert.That(await after.RecordAsync(), Is.EqualTo(lines));
        Assert.That(await other.RecordAsync(), Is.Not.EqualTo(lines));
    }
}
