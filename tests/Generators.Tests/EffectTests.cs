using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

public class EffectTests
{
    [TestCase("[Api] public int Do(int x) => x * 2;", "None")]
    [TestCase("public int N { get; set; } [Api] public int Do(int x) => N;", "Reads")]
    [TestCase("int _n; [Api] public int Do(int x) => _n = x;", "Writes")]
    [TestCase("[Api(Effect = Effect.Reads)] public int Do(int x) => x * 2;", "Reads", Description = "declared wins")]
    [TestCase("[Api] public async Task<int> DoAsync(int x) => await inner.ToAsync.Go(x);", "Writes", Description = "through another service")]
    public void Effect_IsWrittenOnBothViews(string members, string expected)
    {
        var methods = EffectsOf(members);

        Assert.That(methods, Has.Count.EqualTo(2));
        Assert.That(methods, Is.All.EqualTo(expected));
    }

    [Test]
    public void Effect_OfABodyThatDoesNotDecide_IsNotWritten() =>
        Assert.That(EffectsOf("[Api] public int Get(int x) { Console.WriteLine(x); return x; }"), Is.All.Null);

    [Test]
    public void Effect_OfBodiesThatCallEachOther_IsNotWritten() =>
        Assert.That(EffectsOf("[Api] public int Do(int x) => A(x); int A(int x) => B(x); int B(int x) => A(x);"), Is.All.Null);

    [TestCase("x * 2", "x * 3", IncrementalStepRunReason.Cached)]
    [TestCase("x * 2", "_n = x", IncrementalStepRunReason.Modified)]
    public void EditInABody_ReEmitsOnlyWhereTheEffectChanges(string before, string after, IncrementalStepRunReason expected)
    {
        var first = GeneratorRun.Start(ServiceCompilation.Create(Source(before)));

        var second = first.Next(ServiceCompilation.Create(Source(after)));

        Assert.That(second.Reasons(TrackingNames.Services), Is.All.EqualTo(expected));

        static string Source(string body) => $"using Pipeline; [Service] partial class S {{ int _n; [Api] public int Do(int x) => {body}; }}";
    }

    private static List<string?> EffectsOf(string members)
    {
        var run = GeneratorVerifier.Run(
            $$"""
            using Pipeline;
            [Service] partial class Inner { int _n; [Api] public int Go(int x) => _n = x + _n; }
            [Service] partial class S(Inner.Proxy inner) { public Inner.Proxy Inner => inner; {{members}} }
            """);
        var proxy = run.Output.GetTypeByMetadataName("S+Proxy")!;
        return
        [
            .. new[] { proxy, proxy.GetTypeMembers("Async").Single() }
                .SelectMany(view => view.GetMembers().OfType<IMethodSymbol>())
                .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public })
                .Select(method => method.GetAttributes().SingleOrDefault(attribute => attribute.AttributeClass?.Name == "InferredEffectAttribute"))
                .Select(attribute => attribute is null ? null : ((Effect)(int)attribute.ConstructorArguments[0].Value!).ToString()),
        ];
    }
}
