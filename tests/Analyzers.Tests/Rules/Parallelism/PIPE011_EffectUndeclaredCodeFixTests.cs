using Pipeline.Analyzers.Rules.Parallelism;
using Pipeline.CodeFixes.Rules;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class EffectUndeclaredCodeFixTests
{
    private const string Api = "[Api] public int Frob(int x) { Console.WriteLine(); return x; }";
    private const string Call = "var p = await known.ToAsync.Get(x, ct); var q = await [|open.ToAsync.Frob(x, ct)|]; return p + q;";

    [TestCase(0, "Reads")]
    [TestCase(1, "None")]
    public Task Fix_DeclaresTheEffect(int action, string effect) =>
        VerifyAsync(Source(Api, Call), Source($"[Api(Effect = Effect.{effect})] public int Frob(int x) {{ Console.WriteLine(); return x; }}", Fixed(Call)), action, effect);

    [Test]
    public Task Fix_KeepsWhatElseTheAttributeSays()
    {
        string before = Api.Replace("[Api]", "[System.ComponentModel.Description(\"d\"), Api(Name = \"frob\", Effect = Effect.Unknown)]", StringComparison.Ordinal);
        return VerifyAsync(Source(before, Call), Source(before.Replace("Unknown", "Reads", StringComparison.Ordinal), Fixed(Call)));
    }

    [Test]
    public Task Fix_ReachesTheDocumentThatDeclaresTheApi()
    {
        const string service = "[Service] public partial class Far { [Api] public int Frob(int x) { Console.WriteLine(); return x; } }";
        string calls = Source(Api, Call).Replace("Open.Proxy", "Far.Proxy", StringComparison.Ordinal);
        var test = new ServiceCodeFixTest<EffectUndeclaredAnalyzer, EffectUndeclaredCodeFix>(calls, Fixed(calls));
        test.TestState.Sources.Add(("/0/Far.cs", "using Pipeline;\n" + service));
        test.FixedState.Sources.Add(("/0/Far.cs", "using Pipeline;\n" + service.Replace("[Api]", "[Api(Effect = Effect.Reads)]", StringComparison.Ordinal)));
        return test.RunAsync();
    }

    [Test]
    public Task Fix_OfSeveralCalls_DeclaresEach() => VerifyAsync(
        Source(
            "[Api] public int Frob(int x) { Console.WriteLine(); return x; } [Api] public int Grok(int x) { Console.WriteLine(); return x; }",
            Call + " } [Api] public async Task<int> Rest(int x, CancellationToken ct) { " + Call.Replace("Frob", "Grok", StringComparison.Ordinal)),
        Source(
            "[Api(Effect = Effect.Reads)] public int Frob(int x) { Console.WriteLine(); return x; } [Api(Effect = Effect.Reads)] public int Grok(int x) { Console.WriteLine(); return x; }",
            Fixed(Call + " } [Api] public async Task<int> Rest(int x, CancellationToken ct) { " + Call.Replace("Frob", "Grok", StringComparison.Ordinal))),
        iterations: 2);

    private static string Fixed(string body) => body.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    private static Task VerifyAsync(string source, string @fixed, int action = 0, string effect = "Reads", int iterations = 1)
    {
        var test = new ServiceCodeFixTest<EffectUndeclaredAnalyzer, EffectUndeclaredCodeFix>(source, @fixed)
        {
            CodeActionIndex = action,
            CodeActionEquivalenceKey = effect,
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = 1,
        };
        return test.RunAsync();
    }

    private static string Source(string apis, string body) =>
        $$"""
        [Service] public partial class Known { [Api(Effect = Effect.Reads)] public int Get(int x) => x; }
        [Service] public partial class Open
        {
            {{apis}}
        }
        [Service] public partial class Caller(Known.Proxy known, Open.Proxy open)
        {
            [Api] public async Task<int> Run(int x, CancellationToken ct) { {{body}} }
        }
        """;
}
