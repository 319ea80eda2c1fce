using Microsoft.CodeAnalysis;
using Pipeline.Shared.Effects;
using Pipeline.Shared.Effects.Bodies;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Effects.Bodies;

/// <summary>The generator sees bodies before the proxies in them exist: what it finds must be what is found afterwards, or nothing.</summary>
public class UnboundInferenceTests
{
    private const string Services =
        """
        using Pipeline;
        [Service] partial class Model { [Api] public float Predict(float[] d) => d[0]; [Api] public async IAsyncEnumerable<float> Each(float[] d) { foreach (var x in d) yield return x; } }
        [Service] partial class Store { readonly List<float> _xs = []; [Api] public float[] Load(int n) => _xs.ToArray(); [Api] public Task SaveAsync(float x) { _xs.Add(x); return Task.CompletedTask; } }
        [Service] partial class Remote { [Api] public float Get(int n) { Console.WriteLine(); return n; } [Api] public float Delete(int n) { Console.WriteLine(); return n; } [Api] public float Frob(int n) { Console.WriteLine(); return n; } }
        [Service] partial class Money { [Api] public Coin Count(int n) => new(n); [Api] public Point At(int n) => new(n, n); }
        [Service] partial class Declared { [Api(Effect = Effect.Reads)] public float Frob(int n) { Console.WriteLine(); return n; } [Api(Effect = Effect.Writes)] public float Get(int n) => n; }
        [Service] partial class Overloaded { int _n; [Api] public float Get(int n) => n; [Api] public float Get(string s) => ++_n; }
        readonly struct Coin(int value) { public int Value => value; static int s_sum; public static int operator +(Coin l, Coin r) => s_sum += l.Value + r.Value; }
        record Point(int X, int Y);
        record Result(float Value, string Text);
        class Noisy(float value) { static float s_last; public float Value = s_last = value; }
        """;

    [TestCase("Model.Proxy a", "float[] d, CancellationToken ct", "{ var x = await a.ToAsync.Predict(d, ct); return x; }", ApiEffect.None, TestName = "one call")]
    [TestCase("Model.Proxy a", "float[] d, CancellationToken ct", "{ await Task.Yield(); return a.Predict(d) + a.Predict(d); }", ApiEffect.None, TestName = "the sync view")]
    [TestCase("Model.Proxy a, Model.Proxy? b", "float[] d, CancellationToken ct", "{ var (x, y) = await Gather.All(a.ToAsync.Predict(d, ct), b!.ToAsync.Predict(d, ct)); return (x + y) / 2; }", ApiEffect.None, TestName = "gathered calls")]
    [TestCase("Model.Proxy a", "float[][] ds, CancellationToken ct", "=> (await Task.WhenAll(ds.Select(d => a.ToAsync.Predict(d, ct))))[0]", null, TestName = "gathered calls in a lambda, indexed")]
    [TestCase("Model.Proxy a", "float[] d, CancellationToken ct", "{ var t = a.ToAsync.Predict(d, ct); await Task.WhenAll(t, t); float r = await t.ConfigureAwait(false); return Math.Max(r, await t); }", ApiEffect.None, TestName = "a started call")]
    [TestCase("Model.Proxy a", "float[] d", "=> new Result(await a.ToAsync.Predict(d), $\"{a.Predict(d)}\")", ApiEffect.None, TestName = "a record of results")]
    [TestCase("Model.Proxy a", "float[] d", "=> new Noisy(await a.ToAsync.Predict(d))", null, TestName = "an object that writes when made")]
    [TestCase("Model.Proxy a", "float[] d", "{ await foreach (var x in a.ToAsync.Each(d)) return x; return 0; }", ApiEffect.None, TestName = "a stream")]
    [TestCase("Store.Proxy s, Model.Proxy a", "int n", "{ var d = await s.ToAsync.Load(n); return await a.ToAsync.Predict(d); }", ApiEffect.Reads, TestName = "a chain of queries")]
    [TestCase("Store.Proxy s", "int n", "{ await s.ToAsync.Save(n); return 1f; }", ApiEffect.Writes, TestName = "a command by its body")]
    [TestCase("Remote.Proxy r", "int n", "=> await r.ToAsync.Get(n)", null, TestName = "a query by its name alone")]
    [TestCase("Remote.Proxy r", "int n", "=> await r.ToAsync.Delete(n)", ApiEffect.Writes, TestName = "a command by its name alone")]
    [TestCase("Remote.Proxy r", "int n", "{ await r.ToAsync.Get(n); return 1f; }", ApiEffect.Writes, TestName = "a value dropped")]
    [TestCase("Remote.Proxy r", "int n", "=> await r.ToAsync.Frob(n)", null, TestName = "an unknown call")]
    [TestCase("Declared.Proxy r", "int n", "=> await r.ToAsync.Frob(n)", ApiEffect.Reads, TestName = "a declared query")]
    [TestCase("Declared.Proxy r", "int n", "=> await r.ToAsync.Get(n)", ApiEffect.Writes, TestName = "a declared command")]
    [TestCase("Overloaded.Proxy o", "int n", "=> await o.ToAsync.Get(n)", null, TestName = "an overload")]
    [TestCase("Money.Proxy m", "int n", "=> await m.ToAsync.Count(n) + await m.ToAsync.Count(2)", null, TestName = "an operator of its own")]
    [TestCase("Money.Proxy m", "int n", "=> await m.ToAsync.At(n)", ApiEffect.None, TestName = "a record returned")]
    [TestCase("Money.Proxy m", "int n", "=> (await m.ToAsync.At(n)).X", null, TestName = "a member of a result")]
    [TestCase("Model.Proxy a", "float[] d", "{ var r = await a.ToAsync.Predict(d); d[0] = r; return r; }", ApiEffect.Writes, TestName = "an argument written")]
    [TestCase("Model.Proxy a", "float[] d", "{ Console.WriteLine(await a.ToAsync.Predict(d)); return 1f; }", null, TestName = "something unknown done with a result")]
    public void Effect_IsWhatIsFoundOnceProxiesExist_OrNothing(string dependencies, string parameters, string body, object? expected)
    {
        string end = body.StartsWith("=>", StringComparison.Ordinal) ? ";" : "";
        string source = $"{Services}\n[Service] partial class S({dependencies}) {{ [Api] public async Task<{Result(body)}> M({parameters}) {body}{end} }}";
        var compilation = ServiceCompilation.Create(source);
        var bound = compilation.WithProxies();
        Assert.That(bound.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error), Is.Empty);

        var known = new KnownMembers(compilation);
        var before = Infer(compilation, new EffectInference(compilation, known, new UnboundServiceCalls(known)));
        var after = Infer(bound, new EffectInference(bound, new ServiceCalls(static _ => EffectNames.Default)));

        Assert.That(before.Effect, Is.EqualTo(expected ?? ApiEffect.Unknown), before.Reason);
        Assert.That(before.Effect, Is.AnyOf(ApiEffect.Unknown, after.Effect), after.Reason);
    }

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
        var compilation = ServiceCompilation.Create($"{Services}\n[Service] partial class S(Model.Proxy a) {{ [Api] public int M({parameters}) {body}; }}");
        var known = new KnownMembers(compilation);

        var effect = Infer(compilation, new EffectInference(compilation, known, new UnboundServiceCalls(known)));

        Assert.That(effect.Effect, Is.EqualTo(ApiEffect.Unknown), effect.Reason);
    }

    private static BodyEffect Infer(Compilation compilation, EffectInference inference) =>
        inference.Of((IMethodSymbol)compilation.GetTypeByMetadataName("S")!.GetMembers("M").Single(), CancellationToken.None);

    private static string Result(string body) =>
        body.Contains("new Result", StringComparison.Ordinal) ? "Result"
        : body.Contains("new Noisy", StringComparison.Ordinal) ? "Noisy"
        : body.EndsWith("At(n)", StringComparison.Ordinal) ? "Point"
        : "float";
}
