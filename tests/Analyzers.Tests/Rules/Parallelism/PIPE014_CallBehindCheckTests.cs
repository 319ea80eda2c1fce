using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.CallBehindCheckAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

/// <summary>PIPE014: only a plain "it is not there" keeps the call waiting, and nobody minds a call in vain.</summary>
public class CallBehindCheckTests
{
    private const string First = "var user = await users.FindAsync(id)";
    private const string NotFound = "throw new KeyNotFoundException($\"no {id}\")";
    private const string Second = "var orders = await book.ListAsync(id);";
    private const string Reported = "var orders = await [|book.ListAsync(id)|];";

    [TestCase($"{First} ?? {NotFound}; {Reported}", TestName = "coalesce")]
    [TestCase($"{First}; if (user is null) {NotFound}; {Reported}", TestName = "is null")]
    [TestCase($"{First}; if (user == null) {{ {NotFound}; }} {Reported}", TestName = "equals null, in a block")]
    [TestCase($"{First} ?? throw new ArgumentException(nameof(id)); {Reported}", TestName = "argument")]
    [TestCase($"var limit = id + 1; {First} ?? {NotFound}; {Reported}", TestName = "arithmetic before")]
    public Task Call_BehindAPlainCheck_IsReported(string body) => Verify.VerifyAsync(Source(body));

    [TestCase($"{First}; if (user is null) return 0; {Second}", TestName = "returns")]
    [TestCase($"{First}; if (user is not null) {NotFound}; {Second}", TestName = "is not null")]
    [TestCase($"{First} ?? throw new UnauthorizedAccessException(); {Second}", TestName = "unauthorized")]
    [TestCase($"{First} ?? throw new System.Security.SecurityException(); {Second}", TestName = "security")]
    [TestCase($"{First} ?? throw new HttpRequestException(\"\", null, System.Net.HttpStatusCode.Forbidden); {Second}",
        TestName = "status forbidden")]
    [TestCase($"{First} ?? throw new CodedException(403); {Second}", TestName = "code 403")]
    [TestCase($"{First} ?? throw Fail(id); {Second}", TestName = "exception that a method makes")]
    [TestCase($"{First} ?? throw new ArgumentException(Describe(id)); {Second}", TestName = "exception of a call")]
    [TestCase($"{First} ?? {NotFound}; var orders = await book.ListAsync(user.Length);", TestName = "uses the result")]
    [TestCase($"{First}; if (user is null || id < 0) {NotFound}; {Second}", TestName = "tests more than the result")]
    [TestCase($"{First}; if (id < 0) {NotFound}; {Second}", TestName = "tests something else")]
    [TestCase($"{First}; if (user is null) {NotFound}; if (id > 3) {NotFound}; {Second}", TestName = "a second check")]
    [TestCase($"{First}; Describe(id); if (user is null) {NotFound}; {Second}", TestName = "a call between")]
    [TestCase($"{First} ?? {NotFound}; await book.StoreAsync(id); {Second}", TestName = "a command between")]
    [TestCase($"{First} ?? {NotFound}; var orders = await book.StoreAsync(id);", TestName = "a command behind")]
    [TestCase($"var user = await users.FindPermissionAsync(id) ?? {NotFound}; {Second}", TestName = "permission")]
    [TestCase($"var user = await users.FindMembershipAsync(id) ?? {NotFound}; {Second}", TestName = "membership")]
    [TestCase($"var user = await users.GetCachedAsync(id) ?? {NotFound}; {Second}", TestName = "cache")]
    [TestCase($"{First} ?? {NotFound}; var orders = await book.GetSecretAsync(id);", TestName = "secret behind")]
    [TestCase($"{First} ?? {NotFound}; var orders = await book.FindEmbeddingAsync(id);", TestName = "metered behind")]
    [TestCase($"{First} ?? {NotFound}; var more = await book.ListAsync(user.Length); var orders = await book.ListAsync(more.Length);",
        TestName = "waits for what uses the result")]
    [TestCase($"string? user; try {{ user = await users.FindAsync(id); }} catch (HttpRequestException) {{ user = null; }} "
        + $"if (user is null) {NotFound}; {Second}", TestName = "result of a region of its own")]
    public Task Call_BehindAnythingElse_IsNotReported(string body) => Verify.VerifyAsync(Source(body));

    private static string Source(string body) => $$"""
        using System.Net.Http;
        public sealed class Users(HttpClient http)
        {
            public async Task<string?> FindAsync(int id) => await http.GetStringAsync($"/users/{id}");
            public async Task<string?> FindPermissionAsync(int id) => await http.GetStringAsync($"/users/{id}");
            public async Task<string?> FindMembershipAsync(int id) => await http.GetStringAsync($"/users/{id}");
            public async Task<string?> GetCachedAsync(int id) => await http.GetStringAsync($"/users/{id}");
        }
        public sealed class Book(HttpClient http)
        {
            public async Task<string> ListAsync(int id) => await http.GetStringAsync($"/orders/{id}");
            public async Task<string> GetSecretAsync(int id) => await http.GetStringAsync($"/orders/{id}");
            public async Task<string> FindEmbeddingAsync(int id) => await http.GetStringAsync($"/orders/{id}");
            public async Task<string> StoreAsync(int id) => await (await http.PostAsync($"/orders/{id}", null)).Content.ReadAsStringAsync();
        }
        public sealed class CodedException(int code) : Exception { public int Code => code; }
        public class Host
        {
            public async Task<int> RunAsync(Users users, Book book, int id)
            {
                {{body}}
                return 1;
            }
            private static Exception Fail(int id) => new ArgumentException($"{id}");
            private static string Describe(int id) => $"{id}";
        }
        """;
}
