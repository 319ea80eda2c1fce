using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verifier = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Declarations.TypeNotCarriableAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Declarations;

public class TypeNotCarriableTests
{
    private const string Json = "System.Text.Json.Serialization.";

    [TestCase("public sealed class T { public List<int> Items { get; } = []; }")]
    [TestCase("public sealed class T { public int Count { get; private set; } }")]
    [TestCase("public sealed class T { public int Count { get; } = 3; public T() { } public T(int count) => Count = count; }")]
    [TestCase("public class B { public int Count { get; protected set; } } public sealed class T : B;")]
    [TestCase("public sealed class Inner { public int[] All { get; } = []; } public sealed record T(Inner One);")]
    [TestCase("public sealed class T { public object? Any { get; set; } }")]
    [TestCase("public sealed class T { public Dictionary<string, object> Any { get; set; } = []; }")]
    public async Task Member_ThatWouldBeLost_IsReported(string type)
    {
        await Verifier.VerifyAsync(Reached(type, "{|PIPE115:Depends(Url = \"http://s\")|}", "int", "T value"));
        await Verifier.VerifyAsync(Reached(type, "{|PIPE115:Depends(Url = \"http://s\")|}", "List<T?>", "int value"));
        await Verifier.VerifyAsync(Reached(type, "Depends", "int", "T value"));
    }

    [TestCase("public sealed record T(int Count, List<int> Items);")]
    [TestCase("public sealed class T { public int Count { get; init; } public List<int> Items { get; set; } = []; }")]
    [TestCase("public sealed class T(int count) { public int Count { get; } = count; }")]
    [TestCase("public sealed class T { public int First { get; set; } public int Twice => 2 * First; }")]
    [TestCase("public sealed class T { public List<T> Items { get; set; } = []; }")]
    [TestCase("public sealed class T { [" + Json + "JsonIgnore] public List<int> Items { get; } = []; }")]
    [TestCase("public sealed class T { [" + Json + "JsonInclude] public int Count { get; private set; } }")]
    [TestCase("[" + Json + "JsonObjectCreationHandling(" + Json + "JsonObjectCreationHandling.Populate)] "
        + "public sealed class T { public List<int> Items { get; } = []; }")]
    [TestCase("[" + Json + "JsonConverter(typeof(int))] public sealed class T { public List<int> Items { get; } = []; }")]
    [TestCase("public sealed class T { public int Count { get; } public T(int other) { } ["
        + Json + "JsonConstructor] public T(int count, int more) { Count = count + more; } }")]
    [TestCase("public sealed class T { public static List<int> Items { get; } = []; internal int Count { get; } = 1; }")]
    [TestCase("public struct T { public int X, Y; public string? Name { get; set; } }")]
    [TestCase("public enum T { A, B }")]
    [TestCase("public sealed class T { public List<int> Items { get; } = []; } public sealed class TConverter;")]
    public async Task Type_ThatArrivesWhole_IsSilent(string type)
    {
        await Verifier.VerifyAsync(Reached(type, "Depends(Url = \"http://s\")", "int", "T value"));
        await Verifier.VerifyAsync(Reached(type, "Depends(Url = \"http://s\")", "IAsyncEnumerable<T>", "int value"));
    }

    [Test]
    public Task Message_NamesTheMember() => Verifier.VerifyAsync(
        Reached("public sealed class T { public List<int> Items { get; } = []; }", "{|#0:Depends(Url = \"http://s\")|}", "int", "T value"),
        new DiagnosticResult("PIPE115", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'S.Get' cannot cross a process boundary: value.Items is written and never read back; give it a public setter or a constructor "
            + "parameter, or mark it [JsonIgnore]"));

    [Test]
    public Task Root_ServedOverHttp_IsReported() => Verifier.VerifyAsync("""
        namespace Microsoft.AspNetCore.Builder
        {
            public static class PipelineEndpointRouteBuilderExtensions { public static void MapPipeline<TRoot>(this string app) { } }
        }

        namespace N
        {
            using Microsoft.AspNetCore.Builder;

            [Service] public partial class S { [Api] public object Get() => 1; }

            public static class Program { public static void Start(string app) => {|PIPE115:app.MapPipeline<S>()|}; }
        }
        """);

    private static string Reached(string type, string attribute, string result, string parameter) => $$"""
        {{type}}
        [Service] public partial class S { [Api] public {{result}} Get({{parameter}}, CancellationToken token = default) => default!; }
        [Service] public partial class U([{{attribute}}] S.Proxy s) { [Api] public int Get() => s.GetHashCode(); }
        """;
}
