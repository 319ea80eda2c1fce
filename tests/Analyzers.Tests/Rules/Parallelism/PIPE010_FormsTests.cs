using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.SequentialClientAwaitsAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

/// <summary>PIPE010 in loops, behind generated clients, on clients of the library model, and in the forms in which receivers come.</summary>
public class FormsTests
{
    /// <summary>Other libraries, as far as their names and shapes matter here.</summary>
    private const string Libraries = """
        using System.IO;
        using System.Net.Http;
        namespace Grpc.Core
        {
            public abstract class ClientBase<T> { }
            public sealed class AsyncUnaryCall<T> { public System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => Task.FromResult<T>(default!).GetAwaiter(); }
        }
        namespace Refit
        {
            public abstract class HttpMethodAttribute(string path) : Attribute { public string Path => path; }
            public sealed class GetAttribute(string path) : HttpMethodAttribute(path);
            public sealed class PostAttribute(string path) : HttpMethodAttribute(path);
        }
        namespace Microsoft.AspNetCore.Components { public sealed class InjectAttribute : Attribute; }
        namespace System.Net.Http { public interface IHttpClientFactory { HttpClient CreateClient(string name); } }
        namespace Azure { public class Response<T> { public virtual T Value => default!; } }
        namespace Azure.Storage.Blobs
        {
            public class BlobClient
            {
                public virtual Task<Azure.Response<bool>> ExistsAsync(CancellationToken token = default) => null!;
                public virtual Task<Azure.Response<string>> GetPropertiesAsync(CancellationToken token = default) => null!;
                public virtual Task<Azure.Response<string>> UploadAsync(string text) => null!;
                public virtual Task<Azure.Response<string>> DownloadToAsync(Stream stream) => null!;
            }
        }
        namespace MongoDB.Driver
        {
            public interface IClientSessionHandle { }
            public interface IMongoCollection<T>
            {
                Task<long> EstimatedDocumentCountAsync(CancellationToken token = default);
                Task<long> CountDocumentsAsync(string filter);
                Task<long> CountDocumentsAsync(IClientSessionHandle session, string filter);
                Task<T> FindOneAndDeleteAsync(string filter);
                Task<long> AggregateAsync(string pipeline);
            }
        }
        namespace StackExchange.Redis
        {
            public interface IDatabaseAsync { Task<string> StringGetAsync(string key); Task<string> StringGetDeleteAsync(string key); Task<string> StringGetSetAsync(string key, string value); Task<string> ScriptEvaluateAsync(string script); }
            public interface IDatabase : IDatabaseAsync;
        }
        namespace Shop
        {
            public class Quotes : Grpc.Core.ClientBase<Quotes>
            {
                public virtual Grpc.Core.AsyncUnaryCall<string> GetQuoteAsync(string key) => null!;
                public virtual Grpc.Core.AsyncUnaryCall<string> CreateQuoteAsync(string key) => null!;
                public virtual Grpc.Core.AsyncUnaryCall<string> GetVersionAsync(string key) => null!;
            }
            public interface IWeather
            {
                [Refit.Get("/now/{city}")] Task<string> NowAsync(string city);
                [Refit.Get("/session/login")] Task<string> FindSessionAsync(string city);
                [Refit.Post("/find")] Task<string> FindAsync(string city);
            }

        """;

    [TestCase("HttpClient http", """foreach (var id in ids) all.Add(await [|http.GetStringAsync($"/rates/{id}")|]);""", TestName = "request")]
    [TestCase("Rates rates", "foreach (var id in ids) all.Add(await [|rates.LoadAsync(id)|]);", TestName = "own method")]
    [TestCase("Rates rates", "foreach (var id in ids) { var rate = await [|rates.LoadAsync(id)|]; all.Add(rate); }", TestName = "own method by a local")]
    [TestCase("Rates rates", "for (int i = 0; i < ids.Length; i++) all.Add(await [|rates.LoadAsync(ids[i])|]);", TestName = "for")]
    public Task Loop_WhoseIterationsNeedNothingOfOneAnother_IsReported(string parameters, string body) =>
        Verify.VerifyAsync(Loop(parameters, body));

    [TestCase("Rates rates", "foreach (var id in ids) all.Add(await rates.LoadAsync(\"EUR\"));", TestName = "the same each time")]
    [TestCase("Rates rates", "foreach (var id in ids) all.Add(await rates.StoreAsync(id));", TestName = "writes")]
    [TestCase("Rates rates", "var last = \"\"; foreach (var id in ids) { last = await rates.LoadAsync(last + id); all.Add(last); }", TestName = "carries on")]
    [TestCase("Rates rates", "foreach (var id in ids) { var rate = await rates.LoadAsync(id); if (rate is \"\") break; all.Add(rate); }", TestName = "breaks")]
    [TestCase("Rates rates", "foreach (var id in ids) { all.Add(await rates.LoadAsync(id)); await Task.Delay(1); }", TestName = "throttled")]
    [TestCase("HttpClient http", "foreach (var id in ids) all.Add(await http.GetStringAsync(id));", TestName = "address that does not show")]
    public Task Loop_ThatStaysInOrder_IsNotReported(string parameters, string body) => Verify.VerifyAsync(Loop(parameters, body));

    [TestCase("public sealed class Own(Quotes quotes) { public async Task<string> FindAsync(string key) => await quotes.GetQuoteAsync(key); }",
        TestName = "gRPC")]
    [TestCase("public sealed class Own(IWeather weather) { public async Task<string> FindAsync(string key) => await weather.NowAsync(key); }",
        TestName = "Refit, whose attribute outranks the name")]
    [TestCase("public sealed class Own(IHttpClientFactory clients) { public async Task<string> FindAsync(string key) { "
        + "var http = clients.CreateClient(\"rates\"); return await http.GetStringAsync($\"/rates/{key}\"); } }", TestName = "client of a factory")]
    [TestCase("public sealed class Own(Azure.Storage.Blobs.BlobClient blob) { public async Task<string> FindAsync(string key) => "
        + "(await blob.GetPropertiesAsync()).Value + key; }", TestName = "blob")]
    [TestCase("public sealed class Own(StackExchange.Redis.IDatabase redis) { public async Task<string> FindAsync(string key) => "
        + "await redis.StringGetAsync(key); }", TestName = "Redis")]
    [TestCase("public sealed class Own { private HttpClient _http = new(); public void Use(HttpClient http) => this._http = http; "
        + "public async Task<string> FindAsync(string key) => await _http.GetStringAsync($\"/rates/{key}\"); }", TestName = "field that a method sets")]
    [TestCase("public sealed class Own { private HttpClient _http; public Own() { _http = new(); Action later = () => _http = new(); later(); } "
        + "public async Task<string> FindAsync(string key) => await _http.GetStringAsync($\"/rates/{key}\"); }", TestName = "field that a lambda sets")]
    public Task OwnMethod_OverAGeneratedOrKnownClient_IsReported(string type) => Verify.VerifyAsync(Source(
        type, "Own own", "var a = await [|own.FindAsync(\"a\")|]; var b = await own.FindAsync(\"b\"); return a + b;"));

    [TestCase("public sealed class Own(Quotes quotes) { public async Task<string> FindAsync(string key) => await quotes.CreateQuoteAsync(key); }",
        TestName = "gRPC that creates")]
    [TestCase("public sealed class Own(Quotes quotes) { public async Task<string> FindAsync(string key) => await quotes.GetVersionAsync(key); }",
        TestName = "gRPC that reads a version")]
    [TestCase("public sealed class Own(IWeather weather) { public async Task<string> FindAsync(string key) => await weather.FindAsync(key); }",
        TestName = "Refit that posts")]
    [TestCase("public sealed class Own(IWeather weather) { public async Task<string> FindAsync(string key) => await weather.FindSessionAsync(key); }",
        TestName = "Refit with an address of a change")]
    [TestCase("public sealed class Own(Azure.Storage.Blobs.BlobClient blob) { public async Task<string> FindAsync(string key) => "
        + "(await blob.UploadAsync(key)).Value; }", TestName = "upload")]
    [TestCase("public sealed class Own(StackExchange.Redis.IDatabase redis) { public async Task<string> FindAsync(string key) => "
        + "await redis.StringGetDeleteAsync(key); }", TestName = "Redis that deletes")]
    public Task OwnMethod_OverAClientThatChangesSomething_IsNotReported(string type) => Verify.VerifyAsync(Source(
        type, "Own own", "var a = await own.FindAsync(\"a\"); var b = await own.FindAsync(\"b\"); return a + b;"));

    [TestCase("Azure.Storage.Blobs.BlobClient blob, Azure.Storage.Blobs.BlobClient other",
        "var a = await [|blob.GetPropertiesAsync()|]; var b = await other.ExistsAsync(); return a.Value + b.Value;", TestName = "blobs")]
    [TestCase("MongoDB.Driver.IMongoCollection<string> rates",
        "var a = await [|rates.EstimatedDocumentCountAsync()|]; var b = await rates.CountDocumentsAsync(\"a\"); return $\"{a}{b}\";", TestName = "Mongo")]
    [TestCase("StackExchange.Redis.IDatabase redis",
        "var a = await [|redis.StringGetAsync(\"a\")|]; var b = await redis.StringGetAsync(\"b\"); return a + b;", TestName = "Redis")]
    [TestCase("string path",
        "var a = await [|File.ReadAllTextAsync(\"a\")|]; var b = await File.ReadAllTextAsync(path); return a + b;", TestName = "files")]
    public Task Client_OfTheLibraryModel_IsReported(string parameters, string body) => Verify.VerifyAsync(Source("", parameters, body));

    [TestCase("Azure.Storage.Blobs.BlobClient blob, Azure.Storage.Blobs.BlobClient other",
        "var a = await blob.UploadAsync(\"a\"); var b = await other.GetPropertiesAsync(); return a.Value + b.Value;", TestName = "upload")]
    [TestCase("Azure.Storage.Blobs.BlobClient blob, Azure.Storage.Blobs.BlobClient other, Stream stream",
        "var a = await blob.DownloadToAsync(stream); var b = await other.DownloadToAsync(stream); return a.Value + b.Value;", TestName = "one stream")]
    [TestCase("MongoDB.Driver.IMongoCollection<string> rates, MongoDB.Driver.IClientSessionHandle session",
        "var a = await rates.CountDocumentsAsync(session, \"a\"); var b = await rates.CountDocumentsAsync(session, \"b\"); return $\"{a}{b}\";",
        TestName = "session")]
    [TestCase("MongoDB.Driver.IMongoCollection<string> rates",
        "var a = await rates.FindOneAndDeleteAsync(\"a\"); var b = await rates.FindOneAndDeleteAsync(\"b\"); return a + b;", TestName = "find and delete")]
    [TestCase("MongoDB.Driver.IMongoCollection<string> rates",
        "var a = await rates.AggregateAsync(\"a\"); var b = await rates.AggregateAsync(\"b\"); return $\"{a}{b}\";", TestName = "pipeline")]
    [TestCase("StackExchange.Redis.IDatabase redis",
        "var a = await redis.StringGetSetAsync(\"a\", \"1\"); var b = await redis.StringGetAsync(\"b\"); return a + b;", TestName = "get and set")]
    [TestCase("StackExchange.Redis.IDatabase redis",
        "var a = await redis.ScriptEvaluateAsync(\"a\"); var b = await redis.ScriptEvaluateAsync(\"b\"); return a + b;", TestName = "script")]
    [TestCase("string path",
        "await File.WriteAllTextAsync(path, \"\"); var b = await File.ReadAllTextAsync(path); return b;", TestName = "file that is written")]
    public Task Client_WhoseMemberIsNotARead_IsNotReported(string parameters, string body) => Verify.VerifyAsync(Source("", parameters, body));

    [Test]
    public Task Client_MadeWhereItIsUsed_IsReported() => Verify.VerifyAsync(Source(
        "", "IHttpClientFactory clients",
        "var a = await [|clients.CreateClient(\"a\").GetStringAsync(\"/a\")|]; var b = await clients.CreateClient(\"b\").GetStringAsync(\"/b\"); return a + b;"));

    [TestCase("{ get; set; } = default!;", "[|", "|]", TestName = "injected")]
    [TestCase("{ get; set; } = default!; public void Use(Rates rates) => Rates = rates;", "", "", TestName = "injected and set")]
    public Task Component_WithAnInjectedClient_IsReportedWhereNobodySetsIt(string accessors, string open, string close) => Verify.VerifyAsync(
        Libraries + $$"""
            public sealed class Rates(HttpClient http) { public async Task<string> LoadAsync(string code) => await http.GetStringAsync($"/rates/{code}"); }
            public class Page
            {
                [Microsoft.AspNetCore.Components.Inject] public Rates Rates {{accessors}}
                public async Task<string> ShowAsync() { var a = await {{open}}Rates.LoadAsync("a"){{close}}; var b = await Rates.LoadAsync("b"); return a + b; }
            }
        }
        """);

    private static string Loop(string parameters, string body) => Source(
        """
        public sealed class Rates(HttpClient http)
        {
            public async Task<string> LoadAsync(string code) => await http.GetStringAsync($"/rates/{code}");
            public async Task<string> StoreAsync(string code) => await (await http.PostAsync($"/rates/{code}", null)).Content.ReadAsStringAsync();
        }
        """,
        parameters + ", string[] given",
        $"var ids = new string[] {{ \"a\", \"b\" }}; var all = new List<string>(); {body} return string.Join(',', all);");

    private static string Source(string types, string parameters, string body) => Libraries + $$"""
            {{types}}
            public class Host
            {
                public async Task<string> RunAsync({{parameters}})
                {
                    {{body}}
                }
            }
        }
        """;
}
