using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.SequentialClientAwaitsAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

/// <summary>PIPE010 looks through the project's own methods, as far as bodies and objects show that two calls at once are safe.</summary>
public class OwnCodeTests
{
    private const string Get = "=> await http.GetStringAsync($\"/rates/{code}\");";

    [Test]
    public Task SealedClass_WhoseMethodRequests_IsReportedWithItsReason() => Verify.VerifyAsync(
        Source(
            $"public sealed class Rates(HttpClient http) {{ public async Task<string> LoadAsync(string code) {Get} }}",
            "{|#0:rates.LoadAsync(\"EUR\")|}",
            "{|#1:rates.LoadAsync(\"USD\")|}"),
        new DiagnosticResult("PIPE010", DiagnosticSeverity.Info).WithLocation(0).WithLocation(1).WithMessage(
            "'rates.LoadAsync' does not need the result of 'rates.LoadAsync'; run them together (2 calls in sequence, 1 needed); "
            + "'rates.LoadAsync' only reads ('HttpClient.GetStringAsync'), see Rates.LoadAsync"));

    [TestCase("public sealed class Rates { private readonly HttpClient _http = new(); public async Task<string> "
        + "LoadAsync(string code) => await _http.GetStringAsync($\"/rates/{code}\"); }", TestName = "readonly field")]
    [TestCase("public class Rates(HttpClient http) { public async Task<string> "
        + "LoadAsync(string code) " + Get + " }", TestName = "method that cannot be overridden")]
    [TestCase("public class Rates(HttpClient http) { public Task<string> LoadAsync(string code) => "
        + "http.GetStringAsync(\"/rates/\" + code); }", TestName = "method that hands the task on")]
    [TestCase("public sealed class Rates { public async Task<string> LoadAsync(string code) => "
        + "await System.IO.File.ReadAllTextAsync(code); }", TestName = "file")]
    [TestCase("public sealed class Rates(Rates.Client client) { public async Task<string> LoadAsync(string code) => "
        + "(await client.FindAsync(code)).Trim(); public sealed class Client(HttpClient http) { public async Task<string> "
        + "FindAsync(string code) " + Get + " } }", TestName = "two levels")]
    [TestCase("internal interface IRates { Task<string> LoadAsync(string code); } "
        + "internal class WebRates(HttpClient http) : IRates { public async Task<string> "
        + "LoadAsync(string code) " + Get + " }", "IRates", TestName = "interface of the project alone")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) { "
        + "using var response = await http.GetAsync($\"/rates/{code}\"); response.EnsureSuccessStatusCode(); "
        + "return await response.Content.ReadAsStringAsync(); } }", TestName = "response of its own")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) { var path = "
        + "$\"/rates/{code}\"; return await http.GetStringAsync(path); } }", TestName = "address in a local")]
    [TestCase("public sealed class Rates { static readonly HttpClient Http = new(); public async Task<string> "
        + "LoadAsync(string code) => await Http.GetStringAsync($\"/rates/{code}\"); }", TestName = "static client")]
    [TestCase("public sealed class Rates(HttpClient http, Rates.Settings settings) { public async Task<string> "
        + "LoadAsync(string code) => await http.GetStringAsync($\"{settings.Root}/rates/{code}\"); "
        + "public sealed record Settings(string Root); }", TestName = "immutable settings")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "await Retry(() => http.GetStringAsync($\"/rates/{code}\")); static async Task<T> Retry<T>(Func<Task<T>> call) { "
        + "try { return await call(); } catch (HttpRequestException) { return await call(); } } }", TestName = "retried by a method that calls it")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "await Twice(() => http.GetStringAsync($\"/rates/{code}\")); Task<T> Twice<T>(Func<Task<T>> call) => Once(call); "
        + "async Task<T> Once<T>(Func<Task<T>> call) => await call(); }", TestName = "delegate handed on")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "Pick(await http.GetStringAsync($\"/rates/{code}\"), text => text.Trim()); static string Pick(string text, Func<string, string>? pick) => "
        + "pick is null ? text : pick(text); }", TestName = "delegate that picks")]
    [TestCase("public sealed class Rates(HttpClient http) { int _count; public async Task<string> "
        + "LoadAsync(string code) " + Get + " public int Count => _count; }", TestName = "field that can be written, which it does not look at")]
    [TestCase("public sealed class Rates(HttpClient http) { public string Root { get; set; } = \"\"; public async Task<string> "
        + "LoadAsync(string code) " + Get + " }", TestName = "property that can be set")]
    [TestCase("public sealed class Rates(HttpClient http) { readonly List<string> _seen = []; public async Task<string> "
        + "LoadAsync(string code) " + Get + " }", TestName = "list in a readonly field")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> "
        + "LoadAsync(string code) " + Get + " public void Use(HttpClient other) => http = other; "
        + "}", TestName = "client that others replace")]
    [TestCase("public sealed class Rates(HttpClient http, object gate) { public async Task<string> LoadAsync(string code) { "
        + "lock (gate) { } return await http.GetStringAsync($\"/rates/{code}\"); } }", TestName = "lock that holds nothing up")]
    [TestCase("public abstract class Rates : System.Threading.Tasks.TaskScheduler { public async Task<string> "
        + "LoadAsync(string code) => await System.IO.File.ReadAllTextAsync(code); }", TestName = "base of a library")]
    [TestCase("public sealed class Rates { readonly Dictionary<string, string> _known = []; public async Task<string> "
        + "LoadAsync(string code) => _known.TryGetValue(code, out var value) ? value : "
        + "await System.IO.File.ReadAllTextAsync(code); }", TestName = "cache that others fill")]
    [TestCase("public sealed class Settings { public string Root { get; set; } = \"\"; } "
        + "public sealed class Rates(HttpClient http, Settings settings) { public async Task<string> LoadAsync(string code) => "
        + "await http.GetStringAsync($\"{settings.Root}/rates/{code}\"); }", TestName = "settings that somebody may write")]
    [TestCase("public sealed class Rates(HttpClient http) { string _root = \"\"; public void Move(string root) => _root = root; "
        + "public async Task<string> LoadAsync(string code) => await http.GetStringAsync($\"{_root}/rates/{code}\"); }",
        TestName = "field that others write")]
    [TestCase("public sealed class Rates(HttpClient http) { readonly List<string> _roots = []; public void Add(string root) => "
        + "_roots.Add(root); public async Task<string> LoadAsync(string code) => await http.GetStringAsync($\"{_roots[0]}/rates/{code}\"); }",
        TestName = "list that others fill")]
    public Task Method_ThatOnlyReads_IsReported(string types, string receiver = "Rates") => Verify.VerifyAsync(
        Source(types, "[|rates.LoadAsync(\"EUR\")|]", "rates.LoadAsync(\"USD\")", receiver));

    [TestCase("public sealed class Rates { readonly Lazy<HttpClient> _http = new(() => new()); public async Task<string> "
        + "LoadAsync(string code) => await _http.Value.GetStringAsync($\"/rates/{code}\"); }", TestName = "lazy value")]
    [TestCase("public sealed class Rates { HttpClient? _http; public async Task<string> LoadAsync(string code) => "
        + "await (_http ??= new()).GetStringAsync($\"/rates/{code}\"); }", TestName = "field filled on demand")]
    [TestCase("public sealed class Rates(HttpClient http) { static string _root = \"\"; public static void Move(string root) => "
        + "_root = root; public async Task<string> LoadAsync(string code) => "
        + "await http.GetStringAsync($\"{_root}/rates/{code}\"); }", TestName = "static that can be written")]
    [TestCase("public class Rates(HttpClient http) { public virtual async Task<string> "
        + "LoadAsync(string code) " + Get + " }", TestName = "virtual method others may override")]
    [TestCase("public abstract class Rates { public abstract Task<string> LoadAsync(string code); } "
        + "public sealed class Web(HttpClient http) : Rates { public override async Task<string> "
        + "LoadAsync(string code) " + Get + " }", TestName = "abstract method others may override")]
    [TestCase("public interface Rates { Task<string> LoadAsync(string code); } public sealed class Web(HttpClient http) : Rates { "
        + "public async Task<string> LoadAsync(string code) " + Get + " }", TestName = "interface others may implement")]
    [TestCase("internal interface IRates { Task<string> LoadAsync(string code); } class Web(HttpClient http) : IRates { "
        + "public async Task<string> LoadAsync(string code) " + Get + " } class Logged(IRates inner) : IRates { "
        + "public async Task<string> LoadAsync(string code) => await inner.LoadAsync(code); }", "IRates", TestName = "decorator")]
    [TestCase("internal interface IRates { Task<string> LoadAsync(string code); } class Web(HttpClient http) : IRates { "
        + "public async Task<string> LoadAsync(string code) " + Get + " } class Counted(HttpClient http) : IRates { int _n; "
        + "public async Task<string> LoadAsync(string code) { _n++; return await http.GetStringAsync($\"/rates/{code}\"); } "
        + "}", "IRates", TestName = "one of two implementations writes")]
    [TestCase("internal interface IRates { Task<string> LoadAsync(string code); "
        + "}", "IRates", TestName = "interface without an implementation")]
    [TestCase("internal interface IRates { Task<string> LoadAsync(string code); } public class Web(HttpClient http) : IRates { "
        + "public virtual async Task<string> LoadAsync(string code) " + Get + " }", "IRates",
        TestName = "implementation others may override")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "await http.GetStringAsync(code); }", TestName = "address that does not show")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "await http.GetStringAsync($\"/account/login/{code}\"); }", TestName = "address of a change")]
    [TestCase("public sealed class Rates(HttpClient http) { public System.Net.CookieContainer? Cookies => null; "
        + "public async Task<string> LoadAsync(string code) " + Get + " }", TestName = "cookies")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "await (await http.PostAsync($\"/rates/{code}\", null)).Content.ReadAsStringAsync(); "
        + "}", TestName = "request that writes")]
    [TestCase("public sealed class Rates { public Task<string> LoadAsync(string code) => Task.FromResult(code); "
        + "}", TestName = "nothing to wait for")]
    [TestCase("public sealed class Rates(Func<string, Task<string>> load) { public async Task<string> LoadAsync(string code) => "
        + "await load(code); }", TestName = "delegate")]
    [TestCase("public sealed class Rates(System.Data.Common.DbConnection connection) { public async Task<string> "
        + "LoadAsync(string code) => (string)(await connection.CreateCommand().ExecuteScalarAsync())!; }", TestName = "database")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) { "
        + "http.DefaultRequestHeaders.Add(\"code\", code); return await http.GetStringAsync($\"/rates/{code}\"); } "
        + "}", TestName = "headers of the client")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "await Retry(async () => { await http.PostAsync($\"/rates/{code}\", null); return code; }); "
        + "static async Task<T> Retry<T>(Func<Task<T>> call) => await call(); }", TestName = "retried request that writes")]
    [TestCase("public sealed class Rates(HttpClient http, Func<Task<string>> call) { public async Task<string> LoadAsync(string code) => "
        + "await Retry(call) + await http.GetStringAsync($\"/rates/{code}\"); "
        + "static async Task<T> Retry<T>(Func<Task<T>> call) => await call(); }", TestName = "retried delegate of others")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "await Retry(() => http.GetStringAsync($\"/rates/{code}\")); static async Task<T> Retry<T>(Func<Task<T>> call) { "
        + "s_count++; return await call(); } static int s_count; }", TestName = "retry that counts")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "await Retry(() => http.GetStringAsync($\"/rates/{code}\")); static async Task<T> Retry<T>(Func<Task<T>> call) { "
        + "call = Other<T>.Call; return await call(); } static class Other<T> { public static Func<Task<T>> Call = null!; } }",
        TestName = "retry that calls another delegate")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) { "
        + "var box = new Box(); await Fill(b => b.Items.Add(code), box); return await http.GetStringAsync($\"/rates/{code}\"); } "
        + "static Task Fill(Action<Box> fill, Box box) { fill(Box.Shared); return Task.CompletedTask; } "
        + "sealed class Box { public static readonly Box Shared = new(); public List<string> Items { get; } = []; } }",
        TestName = "delegate that writes what it is given")]
    [TestCase("public sealed class Rates(HttpClient http) { Func<Task<string>>? _last; public async Task<string> LoadAsync(string code) => "
        + "await Keep(() => http.GetStringAsync($\"/rates/{code}\")); Task<string> Keep(Func<Task<string>> call) { _last = call; return call(); } }",
        TestName = "delegate that is kept")]
    [TestCase("public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => "
        + "await Run(code, Count) + await http.GetStringAsync($\"/rates/{code}\"); static async Task<string> Run(string code, Func<string, string> call) "
        + "=> call(code); static int s_count; static string Count(string code) => code + s_count++; }", TestName = "method as a delegate that counts")]
    [TestCase("public sealed class Rates(HttpClient http, System.IO.FileInfo file) { public async Task<string> LoadAsync(string code) => "
        + "await http.GetStringAsync($\"/rates/{file.Length}/{code}\"); }", TestName = "object of a library that is not for several at once")]
    [TestCase("public sealed class Rates(HttpClient http) { static readonly System.Diagnostics.Stopwatch Watch = new(); public async Task<string> "
        + "LoadAsync(string code) => await http.GetStringAsync($\"/rates/{Watch.ElapsedTicks}/{code}\"); }", TestName = "such an object in a static")]
    [TestCase("public sealed class Rates(HttpClient http) { readonly Dictionary<string, string> _known = []; public async Task<string> "
        + "LoadAsync(string code) { if (!_known.TryGetValue(code, out var value)) _known[code] = value = await http.GetStringAsync($\"/rates/{code}\"); "
        + "return value; } }", TestName = "cache that it fills itself")]
    [TestCase("public sealed class Rates(HttpClient http) { string _last = \"\"; public async Task<string> LoadAsync(string code) { "
        + "_last = code; return await http.GetStringAsync($\"/rates/{_last}\"); } }", TestName = "field that it writes")]
    [TestCase("internal sealed class Settings { int _reads; public string Root { get { _reads++; return \"\"; } } } "
        + "internal sealed class Rates(HttpClient http, Settings settings) { public async Task<string> LoadAsync(string code) => "
        + "await http.GetStringAsync($\"{settings.Root}/rates/{code}\"); }", TestName = "settings whose getter counts")]
    public Task Method_ThatMayBeUnsafeTwiceAtOnce_IsNotReported(string types, string receiver = "Rates") =>
        Verify.VerifyAsync(Source(types, "rates.LoadAsync(\"EUR\")", "rates.LoadAsync(\"USD\")", receiver));

    [TestCase("ReserveAsync", TestName = "verb of change")]
    [TestCase("EnsureAsync", TestName = "verb of guarding")]
    public Task Method_WhoseNameSaysMore_IsNotReported(string name) => Verify.VerifyAsync(Source(
        $"public sealed class Rates(HttpClient http) {{ public async Task<string> {name}(string code) {Get} }}",
        $"rates.{name}(\"EUR\")",
        $"rates.{name}(\"USD\")"));

    [Test]
    public Task Method_WhoseAnswerNobodyUses_IsNotReported() => Verify.VerifyAsync(Usings + $$"""
        public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) {{Get}} }
        public class Host
        {
            public async Task<string> RunAsync(Rates rates)
            {
                var euro = await rates.LoadAsync("EUR");
                await rates.LoadAsync("USD");
                return euro;
            }
        }
        """);

    [Test]
    public Task Calls_BetweenWhichAnotherWrites_AreNotReported() => Verify.VerifyAsync(Usings + $$"""
        public sealed class Rates(HttpClient http)
        {
            public async Task<string> LoadAsync(string code) {{Get}}
            public async Task StoreAsync(string code) => await http.PutAsync($"/rates/{code}", null);
        }
        public class Host
        {
            public async Task<string> RunAsync(Rates rates)
            {
                var euro = await rates.LoadAsync("EUR");
                await rates.StoreAsync("USD");
                var dollar = await rates.LoadAsync("USD");
                return euro + dollar;
            }
        }
        """);

    /// <summary>What the calls look at may change, only not between them.</summary>
    [TestCase("", "[|", "|]", TestName = "nothing between")]
    [TestCase("rates.Root = \"/b\";", TestName = "property of the object")]
    [TestCase("settings.Root = \"/b\";", TestName = "settings it was given")]
    [TestCase("inner.Root = \"/b\";", TestName = "what its settings hold")]
    [TestCase("settings.Roots.Add(\"/b\");", TestName = "list it was given")]
    [TestCase("settings.Inner.Root += \"/b\";", TestName = "compound assignment")]
    [TestCase("Settings.Shared.Root = \"/b\";", TestName = "static object")]
    [TestCase("rates.Move(\"/b\");", TestName = "method that moves it")]
    [TestCase("Move(settings);", TestName = "method that is given the settings")]
    [TestCase("(settings.Root, var other) = (\"/b\", 1);", TestName = "deconstruction")]
    [TestCase("ref string root = ref settings.Field; root = \"/b\";", TestName = "reference")]
    [TestCase("_ = new Settings(settings);", TestName = "constructor that writes what it is given")]
    public Task Calls_BetweenWhichTheirStateIsSet_AreNotReported(string between, string from = "", string to = "") => Verify.VerifyAsync(Usings + $$"""
        public sealed class Inner { public string Root { get; set; } = ""; }
        public sealed class Settings
        {
            public Settings() { }
            public Settings(Settings other) => other.Root = "/b";
            public static readonly Settings Shared = new();
            public string Field = "";
            public string Root { get; set; } = "";
            public Inner Inner { get; set; } = new();
            public List<string> Roots { get; } = [];
        }
        public sealed class Rates(HttpClient http, Settings settings)
        {
            public string Root { get; set; } = "";
            public void Move(string root) => Root = root;
            public async Task<string> LoadAsync(string code) =>
                await http.GetStringAsync($"{Root}{settings.Root}{settings.Field}{settings.Inner.Root}{settings.Roots.Count}/rates/{code}");
        }
        public class Host
        {
            public async Task<string> RunAsync(HttpClient http)
            {
                var settings = new Settings();
                var inner = settings.Inner;
                var rates = new Rates(http, settings);
                var euro = await {{from}}rates.LoadAsync("EUR"){{to}};
                {{between}}
                var dollar = await rates.LoadAsync("USD");
                return euro + dollar;
            }
            private static void Move(Settings settings) => settings.Root = "/b";
        }
        """);

    /// <summary>Nor by what stands in the second call itself.</summary>
    [TestCase("settings.Root = \"/b\"", TestName = "assignment as an argument")]
    [TestCase("Move(settings)", TestName = "writing argument")]
    public Task Call_WhoseArgumentSetsItsState_IsNotReported(string argument) => Verify.VerifyAsync(Usings + $$"""
        public sealed class Settings { public string Root { get; set; } = ""; }
        public sealed class Rates(HttpClient http, Settings settings)
        {
            public async Task<string> LoadAsync(string code) => await http.GetStringAsync($"{settings.Root}/rates/{code}");
        }
        public class Host
        {
            public async Task<string> RunAsync(Rates rates, Settings settings)
            {
                var euro = await rates.LoadAsync("EUR");
                var dollar = await rates.LoadAsync({{argument}});
                return euro + dollar;
            }
            private static string Move(Settings settings) => settings.Root = "/b";
        }
        """);

    [TestCase("", "[|", "|]", TestName = "loop that sets nothing")]
    [TestCase("settings.Root = code;", TestName = "loop that sets the settings")]
    [TestCase("settings.Root += code;", TestName = "loop that adds to the settings")]
    [TestCase("Move(settings);", TestName = "loop that has the settings set")]
    [TestCase("var root = settings; root.Root = code;", TestName = "loop that sets them by another name")]
    public Task Loop_WhoseIterationsSetTheStateOfTheCalls_IsNotReported(string statement, string from = "", string to = "") =>
        Verify.VerifyAsync(Usings + $$"""
            public sealed class Settings { public string Root { get; set; } = ""; }
            public sealed class Rates(HttpClient http, Settings settings)
            {
                public async Task<string> LoadAsync(string code) => await http.GetStringAsync($"{settings.Root}/rates/{code}");
            }
            public class Host
            {
                public async Task<List<string>> RunAsync(Rates rates, Settings settings, string[] codes)
                {
                    var all = new List<string>();
                    foreach (var code in codes)
                    {
                        {{statement}}
                        all.Add(await {{from}}rates.LoadAsync(code){{to}});
                    }
                    return all;
                }
                private static void Move(Settings settings) => settings.Root = "/b";
            }
            """);

    [Test]
    public Task PrivateMethod_OfTheClassItself_IsReported() => Verify.VerifyAsync(Usings + $$"""
        public class Host(HttpClient http)
        {
            public async Task<string> RunAsync()
            {
                var euro = await [|LoadAsync("EUR")|];
                var dollar = await LoadAsync("USD");
                return euro + dollar;
            }
            private async Task<string> LoadAsync(string code) {{Get}}
        }
        """);

    private const string Usings = "using System.Net.Http;\n";

    private static string Source(string types, string first, string second, string receiver = "Rates") => Usings + $$"""
        {{types}}
        class Host
        {
            internal async Task<string> RunAsync({{receiver}} rates)
            {
                var euro = await {{first}};
                var dollar = await {{second}};
                return euro + dollar;
            }
        }
        """;
}
