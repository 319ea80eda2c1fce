using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Names;
using Pipeline.Contract;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Effects.Bodies;

public class BrokenCodeTests
{
    [TestCase("Missing x", "=> x + 1")]
    [TestCase("int n", "=> Missing.Go(n)")]
    [TestCase("int n", "=> (Missing)n")]
    [TestCase("int n", "=> new Missing(n)")]
    [TestCase("int n", "{ Missing m = n; return m; }")]
    [TestCase("int n", "=> n.Missing(n)")]
    [TestCase("int n", "=> a.")]
    [TestCase("int n", "{ var x = a.ToAsync.Missing(n); return 1; }")]
    [TestCase("int n", "{ return (")]
    public void Effect_OfCodeThatDoesNotCompile_IsUnknown(string parameters, string body)
    {
        var compilation = ServiceCompilation.Create(
            $$"""
            using Pipeline;
            [Service] partial class Model { [Api] public float Predict(float[] d) => d[0]; }
            [Service] partial class S(Model.Proxy a) { [Api] public int M({{parameters}}) {{body}}; }
            """).WithProxies();
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("S")!.GetMembers("M").Single();

        var effect = new EffectInference(compilation, new ServiceCalls(static _ => EffectNames.Default)).Of(method, CancellationToken.None);

        Assert.That(effect.Effect, Is.EqualTo(ApiEffect.Unknown), effect.Reason);
    }
}
