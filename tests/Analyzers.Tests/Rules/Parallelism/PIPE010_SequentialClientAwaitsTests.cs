using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Pipeline.Analyzers.Rules.Parallelism;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.SequentialClientAwaitsAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class SequentialClientAwaitsAnalyzerTests
{
    /// <summary>Other libraries, as far as their names and shapes matter here.</summary>
    private const string Libraries = """
        namespace Grpc.Core
        {
            public abstract class ClientBase { }
            public abstract class ClientBase<T> : ClientBase { }
            public sealed class AsyncUnaryCall<T> : IDisposable
            {
                public Task<T> ResponseAsync => null!;
                public System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => ResponseAsync.GetAwaiter();
                public System.Runtime.CompilerServices.ConfiguredTaskAwaitable<T> ConfigureAwait(bool context) => ResponseAsync.ConfigureAwait(context);
                public void Dispose() { }
            }
        }
        namespace Orleans
        {
            public interface IGrain { }
            public interface IGrainWithStringKey : IGrain { }
            public interface IGrainFactory { T GetGrain<T>(string key); }
        }
        namespace Refit
        {
            public abstract class HttpMethodAttribute : Attribute { }
            public sealed class GetAttribute(string path) : HttpMethodAttribute { public string Path => path; }
            public sealed class PostAttribute(string path) : HttpMethodAttribute { public string Path => path; }
        }
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext : IDisposable { public ValueTask<T> FindAsync<T>(object key) => default; public void Dispose() { } }
        }
        public record Request(string Key);
        public class Quotes : Grpc.Core.ClientBase<Quotes>
        {
            public virtual Grpc.Core.AsyncUnaryCall<string> GetQuoteAsync(Request request, CancellationToken token = default) => null!;
            public virtual Grpc.Core.AsyncUnaryCall<string> CreateQuoteAsync(Request request) => null!;
        }
        public interface IUserGrain : Orleans.IGrainWithStringKey { Task<string> GetName(); Task<int> GetAge(); Task SetName(string name); ValueTask<string> GetMail(); }
        public interface IWeather
        {
            [Refit.Get("/now")] Task<string> GetNowAsync(string city);
            [Refit.Post("/find")] Task<string> FindAsync(string city);
            Task<string> GetUnmappedAsync(string city);
        }
        [ConcurrentSafe] public class Catalog { public Task<string> FindAsync(string key) => Task.FromResult(key); public Task<string> CreateAsync(string key) => Task.FromResult(key); }
        namespace Named { public class Prices { public Task<string> GetAsync(string key) => Task.FromResult(key); } }
        public class Plain { public Task<string> GetAsync(string key) => Task.FromResult(key); }
        public class Rows : Microsoft.EntityFrameworkCore.DbContext { public Task<string> GetAsync(string key) => Task.FromResult(key); }

        """;

    private static string Body(string statements, string parameters) => "using System.IO; using System.Net.Http; using System.Net.Http.Json;\n" + Libraries + $$"""
        public class Host
        {
            public async Task<object?> Run({{parameters}}, string key)
            {
                {{statements}}
            }
        }
        """;

    [Test]
    public Task HttpClient_ReadsInSequence_AreReportedAsAsuggestion() => Verify.VerifyAsync(
        Body("""
            var a = await {|#0:http.GetStringAsync("a")|};
            var b = await {|#1:http.GetFromJsonAsync<string>("b")|};
            return a + b;
            """, "HttpClient http"),
        new DiagnosticResult("PIPE010", DiagnosticSeverity.Info).WithLocation(0).WithLocation(1).WithMessage(
            "'http.GetFromJsonAsync' does not need the result of 'http.GetStringAsync'; run them together (2 calls in sequence, 1 needed)"));

    [TestCase(
        "Quotes quotes",
        "var a = await [|quotes.GetQuoteAsync(new Request(\"a\"))|]; var b = await quotes.GetQuoteAsync(new Request(\"b\")); return a "
        + "+ b;")]
    [TestCase(
        "Quotes quotes",
        "var a = await [|quotes.GetQuoteAsync(new Request(\"a\"))|].ResponseAsync.ConfigureAwait(false); var b = await "
        + "quotes.GetQuoteAsync(new Request(\"b\")).ConfigureAwait(false); return a + b;")]
    [TestCase(
        "HttpClient http",
        "return await [|http.GetStringAsync($\"/stores/{key}/logs?take=10\")|] + await "
        + "http.GetStringAsync(\"https://example.org/orders\");")]
    [TestCase("IUserGrain user, IUserGrain friend", "var a = await [|user.GetName()|]; var b = await friend.GetAge(); return a + b;")]
    [TestCase(
        "IUserGrain user, IUserGrain friend",
        "var a = await [|user.GetMail()|].ConfigureAwait(false); var b = await friend.GetMail().AsTask(); return a + b;")]
    [TestCase("IWeather weather", "return await [|weather.GetNowAsync(\"a\")|] + await weather.GetNowAsync(\"b\");")]
    [TestCase("Catalog catalog", "return await [|catalog.FindAsync(\"a\")|] + await catalog.FindAsync(\"b\");")]
    public Task KnownClients_ReadsInSequence_AreReported(string parameters, string statements) => Verify.VerifyAsync(Body(statements, parameters));

    [TestCase(
        "HttpClient http",
        "var a = await http.GetStringAsync(\"a\"); var b = await http.GetStringAsync(a); return b;",
        Description = "the one needs the other")]
    [TestCase(
        "HttpClient http",
        "var a = await http.GetAsync(\"a\"); var b = await http.GetAsync(\"a\"); return (a, b);",
        Description = "the same again: a rate limit, a cache, a poll")]
    [TestCase(
        "HttpClient http",
        "const string Url = \"a\"; var a = await http.GetAsync(Url); var b = await http.GetAsync(\"a\"); return (a, b);",
        Description = "the same again, by name")]
    [TestCase(
        "HttpClient http",
        "var a = await http.PostAsync(\"a\", null); var b = await http.GetStringAsync(\"b\"); return (a, b);",
        Description = "a command")]
    [TestCase(
        "HttpClient http",
        "var a = await http.GetAsync(\"a\"); a.EnsureSuccessStatusCode(); var b = await http.GetStringAsync(\"b\"); return b;",
        Description = "checked in between")]
    [TestCase(
        "HttpClient http",
        "using var a = await http.GetAsync(\"a\"); using var b = await http.GetAsync(\"b\"); return b;",
        Description = "the first is owned before the second starts")]
    [TestCase(
        "HttpClient? http",
        "var a = await http!.GetStringAsync(\"a\"); var b = await (key is \"\" ? null : http)!.GetStringAsync(\"b\"); return b;",
        Description = "maybe null")]
    [TestCase(
        "HttpClient http",
        "var a = await http.GetAsync(\"/account/login?user=a\"); var b = await http.GetStringAsync(\"/orders\"); return (a, b);",
        Description = "a cookie is set")]
    [TestCase(
        "HttpClient http",
        "var a = await http.GetStringAsync($\"/carts/{key}/add?id=1\"); var b = await http.GetStringAsync($\"/carts/{key}\"); return "
        + "(a, b);",
        Description = "a GET that changes something")]
    [TestCase(
        "HttpClient http, string signInUrl",
        "var a = await http.GetAsync(signInUrl); var b = await http.GetStringAsync(\"/orders\"); return (a, b);",
        Description = "named so")]
    [TestCase(
        "Quotes quotes",
        "var a = await quotes.CreateQuoteAsync(new Request(\"a\")); var b = await quotes.GetQuoteAsync(new Request(\"b\")); return a + b;")]
    [TestCase(
        "IUserGrain user",
        "var a = await user.GetName(); var b = await user.GetAge(); return a + b;",
        Description = "one grain works on one call at a time")]
    [TestCase("IUserGrain user, IUserGrain friend", "await user.SetName(key); var b = await friend.GetAge(); return b;")]
    [TestCase(
        "Orleans.IGrainFactory grains",
        "var a = await grains.GetGrain<IUserGrain>(\"a\").GetName(); var b = await grains.GetGrain<IUserGrain>(\"b\").GetName(); "
        + "return a + b;",
        Description = "finding the grain may throw")]
    [TestCase(
        "IWeather weather",
        "return await weather.FindAsync(\"a\") + await weather.FindAsync(\"b\");",
        Description = "a POST, whatever its name")]
    [TestCase(
        "IWeather weather",
        "return await weather.GetUnmappedAsync(\"a\") + await weather.GetUnmappedAsync(\"b\");",
        Description = "not a request of Refit's")]
    [TestCase("Catalog catalog", "return await catalog.CreateAsync(\"a\") + await catalog.FindAsync(\"b\");")]
    [TestCase("Plain plain", "return await plain.GetAsync(\"a\") + await plain.GetAsync(\"b\");", Description = "nobody says it is safe")]
    [TestCase(
        "Named.Prices prices",
        "return await prices.GetAsync(\"a\") + await prices.GetAsync(\"b\");",
        Description = "not named by the project")]
    [TestCase(
        "Rows rows",
        "return await rows.GetAsync(\"a\") + await rows.GetAsync(\"b\");",
        Description = "a context allows one operation at a time")]
    [TestCase("Stream stream, byte[] buffer", "return await stream.ReadAsync(buffer) + await stream.ReadAsync(buffer);")]
    [TestCase("StreamReader reader", "return await reader.ReadLineAsync() + await reader.ReadLineAsync();")]
    public Task Calls_ThatMustStayInOrder_AreSilent(string parameters, string statements) => Verify.VerifyAsync(Body(statements, parameters));

    [TestCase("Named.Prices", true)]
    [TestCase("Other.Thing, Named.Prices", true)]
    [TestCase("Named.*", true)]
    [TestCase("Nam*", true)]
    [TestCase("Name.*", false)]
    [TestCase("*", false)]
    [TestCase("Prices", false)]
    [TestCase("Rows", false)]
    public Task ConcurrentTypes_NamedByTheProject_Count(string types, bool counts)
    {
        string first = counts ? "[|prices.GetAsync(\"a\")|]" : "prices.GetAsync(\"a\")";
        var test = new ServiceAnalyzerTest<SequentialClientAwaitsAnalyzer>(Body(
            $"return await {first} + await prices.GetAsync(\"b\") + await rows.GetAsync(\"a\") + await rows.GetAsync(\"b\");",
            "Named.Prices prices, Rows rows"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\npipeline_concurrent_types = {types}\n"));
        return test.RunAsync();
    }

    [TestCase("Counters.Count", "Counters.Count(3);", true)]
    [TestCase("Counters.*", "Counters.Count(3);", true)]
    [TestCase("Counters.Sum", "Counters.Count(3);", false)]
    [TestCase("Counters.*", "Counters.Count(int.Parse(key));", false)]
    [TestCase("Counters.*", "Counters.Count(a.Length);", true)]
    [TestCase("Counters.*", "Counters.Sum(3);", false)]
    public Task HarmlessCalls_NamedByTheProject_MayStandBetween(string names, string between, bool counts)
    {
        string first = counts ? "[|http.GetStringAsync(\"a\")|]" : "http.GetStringAsync(\"a\")";
        var test = new ServiceAnalyzerTest<SequentialClientAwaitsAnalyzer>(Body(
            $"var a = await {first}; {between} var b = await http.GetStringAsync(\"b\"); return a + b;", "HttpClient http")
            + "public static class Counters { public static void Count(int n) { } public static int Sum(int n) => n; }");
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\npipeline_harmless_calls = {names}\n"));
        return test.RunAsync();
    }

    [Test]
    public Task ServiceAndClient_OnOneLine_AreReportedTogether() => Verify.VerifyAsync(
        "using System.Net.Http;\n" + """
        [Service] public partial class Model { [Api] public float Predict(float[] data) => 0; }
        public class Host(Model.Proxy model, HttpClient http)
        {
            public async Task<string> Run(float[] data)
            {
                var a = await {|#0:model.ToAsync.Predict(data)|};
                var b = await {|#1:http.GetStringAsync("b")|};
                return a + b;
            }
        }
        """,
        new DiagnosticResult("PIPE010", DiagnosticSeverity.Info).WithLocation(0).WithLocation(1).WithMessage(
            "'http.GetStringAsync' does not need the result of 'model.Predict'; run them together (2 calls in sequence, 1 needed)"));

    [Test]
    public Task ServicesAlone_AreAnotherRules() => Verify.VerifyAsync(
        """
        [Service] public partial class Model { [Api] public float Predict(float[] data) => 0; }
        public class Host(Model.Proxy left, Model.Proxy right)
        {
            public async Task<float> Run(float[] data) => await left.ToAsync.Predict(data) + await right.ToAsync.Predict(data);
        }
        """);
}
