using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Names;

namespace Pipeline.Analyzers.Tests.Effects;

public class EffectClassifierTests
{
    private const string Keep = "return await callee.ToAsync.";
    private const string Drop = "await callee.ToAsync.";

    /// <summary>A body of which only the name of what it calls is known.</summary>
    private const string Opaque = "{ return Elsewhere.Find(x); }";

    [TestCase("Reads", EffectKind.Query, false)]
    [TestCase("None", EffectKind.Query, true)]
    [TestCase("Writes", EffectKind.Command, false)]
    public void Declared_WinsOverBodyAndName(string effect, object kind, bool isNone)
    {
        var call = Classified.Call($"[Service] partial class Callee {{ int _n; [Api(Effect = Effect.{effect})] public int SaveOrGet(int x) => _n = x; }}", Keep + "SaveOrGet(x);");

        Assert.That(call, Has.Property(nameof(call.Kind)).EqualTo(kind));
        Assert.That(call.Source, Is.EqualTo(EffectSource.Declared));
        Assert.That(call.IsNone, Is.EqualTo(isNone));
        Assert.That(call.Reason, Is.EqualTo("declared " + effect));
    }

    [Test]
    public void DeclaredQuery_WhoseValueIsDropped_IsAQueryStill()
    {
        var call = Classified.Call("[Service] partial class Callee { [Api(Effect = Effect.Reads)] public void Warm(int x) => Console.WriteLine(); }", Drop + "Warm(x);");

        AssertEffect(call, EffectKind.Query, EffectSource.Declared);
    }

    [TestCase(
        "[Service(Effect = Effect.None)] partial class Callee { [Api] public int Do(int x) " + Opaque + " }",
        EffectKind.Query,
        TestName = "the service declares it for all its APIs")]
    [TestCase(
        "[Service(Effect = Effect.None)] partial class Callee { [Api(Effect = Effect.Writes)] public int Do(int x) " + Opaque + " }",
        EffectKind.Command,
        TestName = "the API's own declaration is nearer")]
    [TestCase(
        "class Base { [Api(Effect = Effect.Reads)] public int Do(int x) " + Opaque + " } [Service] partial class Callee : Base;",
        EffectKind.Query,
        TestName = "a base class declares the API")]
    [TestCase(
        "class Base { [Api] public int Do(int x) " + Opaque + " } [Service(Effect = Effect.Reads)] partial class Callee : Base;",
        EffectKind.Query,
        TestName = "the service declares it for what it inherits")]
    [TestCase("[Service(Effect = Effect.Writes)] partial class Base { [Api] public int Do(int x) " + Opaque + " } [Service(Effect = Effect.Reads)] partial class Callee : Base;", EffectKind.Command, TestName = "the service that holds the API is nearer")]
    [TestCase("class Base { [Api(Effect = Effect.Reads)] public virtual int Do(int x) " + Opaque + " } [Service] partial class Callee : Base { public override int Do(int x) " + Opaque + " }", EffectKind.Query, TestName = "an override keeps the declaration")]
    public void Declared_IsFoundWhereverItStands(string callee, object kind)
    {
        var call = Classified.Call(callee, Keep + "Do(x);");

        AssertEffect(call, (EffectKind)kind, EffectSource.Declared);
    }

    [TestCase(
        "int _n; [Api] public int GetNumber(int x) => _n++;",
        "GetNumber",
        EffectKind.Command,
        TestName = "a writing body behind a reading name")]
    [TestCase("[Api] public int Apply(int x) => x * 2;", "Apply", EffectKind.Query, TestName = "a computing body behind a changing name")]
    [TestCase(
        "[Api] public int Do(int x) => x * 2;",
        "Do",
        EffectKind.Query,
        TestName = "a computing body behind a name that says nothing")]
    [TestCase(
        "[Api] public async Task<int> DoAsync(int x, CancellationToken ct) { await Task.Delay(1, ct); return x; }",
        "Do",
        EffectKind.Query,
        TestName = "an async API by its name without suffix")]
    [TestCase(
        "int _n; [Api] public Task<int> GetAsync(int x) => Task.FromResult(_n = x);",
        "Get",
        EffectKind.Command,
        TestName = "an async API without a token")]
    public void Inferred_WinsOverTheName(string api, string name, object kind)
    {
        var call = Classified.Call($"[Service] partial class Callee {{ {api} }}", $"{Keep}{name}(x);");

        AssertEffect(call, (EffectKind)kind, EffectSource.Inferred);
        Assert.That(call.IsNone, Is.False, "only a declaration is trusted that far");
    }

    [Test]
    public void Inferred_TellsOverloadsApart()
    {
        const string callee = "[Service] partial class Callee { int _n; [Api] public int Do(int x) => x; [Api] public int Do(string s, CancellationToken ct) => _n++; }";

        AssertEffect(Classified.Call(callee, Keep + "Do(x);"), EffectKind.Query, EffectSource.Inferred);
        AssertEffect(Classified.Call(callee, Keep + "Do(\"\");"), EffectKind.Command, EffectSource.Inferred);
    }

    [TestCase("[Api] public virtual int Do(int x) => x;", "public override int Do(int x) => _n = x;", EffectKind.Command)]
    [TestCase("[Api] public virtual int Do(int x) => _m = x;", "public override int Do(int x) => x;", EffectKind.Query)]
    public void Inferred_LooksAtTheOverrideThatRuns(string inBase, string inService, object kind)
    {
        var call = Classified.Call($"class Base {{ int _m; {inBase} }} [Service] partial class Callee : Base {{ int _n; {inService} }}", Keep + "Do(x);");

        AssertEffect(call, (EffectKind)kind, EffectSource.Inferred);
    }

    [TestCase("[Api] public int Go(int x) => x;", "return await inner.ToAsync.Go(x);", EffectKind.Query, TestName = "a query by its body")]
    [TestCase(
        "int _n; [Api] public int Go(int x) => _n = x;",
        "return await inner.ToAsync.Go(x);",
        EffectKind.Command,
        TestName = "a command by its body")]
    [TestCase(
        "[Api(Effect = Effect.Reads)] public int Go(int x) " + Opaque,
        "await Task.Yield(); return inner.Go(x);",
        EffectKind.Query,
        TestName = "a declared query")]
    [TestCase(
        "[Api] public int Store(int x) " + Opaque,
        "return await inner.ToAsync.Store(x);",
        EffectKind.Command,
        TestName = "a command by its name")]
    [TestCase(
        "[Api] public int Find(int x) " + Opaque,
        "await inner.ToAsync.Find(x); return x;",
        EffectKind.Command,
        TestName = "a name whose value is dropped")]
    [TestCase(
        "[Api] public int Find(int x) => x;",
        "var (a, b) = await Gather.All(inner.ToAsync.Find(x), inner.ToAsync.Find(2)); return a + b;",
        EffectKind.Query,
        TestName = "gathered queries")]
    [TestCase(
        "[Api] public int Find(int x) => x;",
        "return (await Task.WhenAll(new[] { 1, x }.Select(i => inner.ToAsync.Find(i)))).Sum();",
        EffectKind.Query,
        TestName = "queries in a lambda")]
    [TestCase(
        "[Api] public async IAsyncEnumerable<int> Read(int x) { yield return x; }",
        "await foreach (var i in inner.ToAsync.Read(x)) return i; return 0;",
        EffectKind.Query,
        TestName = "a query's stream")]
    public void Inferred_CountsTheCallsItMakes(string inner, string body, object kind)
    {
        string services =
            $$"""
            [Service] partial class Inner { {{inner}} }
            [Service] partial class Callee(Inner.Proxy inner) { [Api] public async Task<int> Do(int x) { {{body}} } }
            """;

        AssertEffect(Classified.Call(services, Keep + "Do(x);"), (EffectKind)kind, EffectSource.Inferred);
    }

    [TestCase("Find", "Find", EffectKind.Query, EffectSource.Name, TestName = "names that all read")]
    [TestCase("Find", "Do", EffectKind.Unknown, EffectSource.Name, TestName = "a name that says nothing over one that reads")]
    [TestCase("Go", "Find", EffectKind.Unknown, EffectSource.Inferred, TestName = "a name that reads over one that says nothing")]
    [TestCase("Go", "Store", EffectKind.Command, EffectSource.Name, TestName = "a command's name over one that says nothing")]
    public void Name_DecidesOnlyWhereTheNamesOfAllCallsRead(string inner, string outer, object kind, object source)
    {
        string services =
            $$"""
            [Service] partial class Inner { [Api] public int {{inner}}(int x) {{Opaque}} }
            [Service] partial class Callee(Inner.Proxy inner) { [Api] public async Task<int> {{outer}}(int x) => await inner.ToAsync.{{inner}}(x); }
            """;

        AssertEffect(Classified.Call(services, $"{Keep}{outer}(x);"), (EffectKind)kind, (EffectSource)source);
    }

    [TestCase("[Api(Effect = Effect.Reads)] public int Save(int x) => x;", "Save", EffectKind.Query, EffectSource.Declared)]
    [TestCase("int _n; [Api] public int Set(int x) => _n = x;", "Set", EffectKind.Unknown, EffectSource.None)]
    [TestCase("[Api] public int Find(int x) => x;", "Find", EffectKind.Unknown, EffectSource.None)]
    [TestCase("[Api] public int Find(int x) " + Opaque, "Find", EffectKind.Unknown, EffectSource.None)]
    public void OtherAssemblies_TellWhatIsDeclaredAndNothingElse(string api, string name, object kind, object source) => AssertEffect(
        Classified.CallAcrossAssemblies($"[Service] public partial class Callee {{ {api} }}", $"{Keep}{name}(x);"), (EffectKind)kind, (EffectSource)source);

    [TestCase("Find", Keep, EffectKind.Query)]
    [TestCase("Find", Drop, EffectKind.Command, Description = "its value is dropped")]
    [TestCase("Find", "_ = await callee.ToAsync.", EffectKind.Command)]
    [TestCase("Find", "await callee.ToAsync.", EffectKind.Command)]
    [TestCase("Find", "var v = await callee.ToAsync.", EffectKind.Query)]
    [TestCase("Store", Keep, EffectKind.Command)]
    [TestCase("Do", Keep, EffectKind.Unknown)]
    [TestCase("Find", "return callee.", EffectKind.Query, Description = "the sync view")]
    [TestCase("Find", "callee.", EffectKind.Command)]
    public void Name_DecidesWhereTheBodyDoesNot(string name, string use, object kind) => AssertEffect(
        Classified.Call($"[Service] partial class Callee {{ [Api] public int {name}(int x) {Opaque} }}", $"{use}{name}(x);"), (EffectKind)kind, EffectSource.Name);

    [TestCase("var (a, b) = await Gather.All(callee.ToAsync.Find(1), callee.ToAsync.Find(2));", EffectKind.Query)]
    [TestCase("await Gather.All(callee.ToAsync.Find(1), callee.ToAsync.Find(2));", EffectKind.Command)]
    [TestCase("await Task.WhenAll(callee.ToAsync.Find(1), callee.ToAsync.Find(2));", EffectKind.Command)]
    [TestCase("await Task.WhenAll([callee.ToAsync.Find(1)]).ConfigureAwait(false);", EffectKind.Command)]
    [TestCase("var t = callee.ToAsync.Find(1); await t;", EffectKind.Command)]
    [TestCase("var t = callee.ToAsync.Find(1); await Task.WhenAll(t);", EffectKind.Command)]
    [TestCase("var t = callee.ToAsync.Find(1); var u = t; await u;", EffectKind.Command)]
    [TestCase("Task<int> t; t = callee.ToAsync.Find(1); await t;", EffectKind.Command)]
    [TestCase("var t = callee.ToAsync.Find(1); var u = t; t = u; return await u;", EffectKind.Query)]
    [TestCase("var t = callee.ToAsync.Find(1); await Task.WhenAll(t); return await t;", EffectKind.Query)]
    [TestCase("Use(await callee.ToAsync.Find(1)); static void Use(int x) { }", EffectKind.Query)]
    [TestCase("await callee.ToAsync.Find(1).ConfigureAwait(false);", EffectKind.Command)]
    [TestCase("(await callee.ToAsync.Find(1)).ToString();", EffectKind.Query)]
    public void Name_IsACommandsWhereTheValueIsDroppedLater(string use, object kind) => AssertEffect(
        Classified.Call($"[Service] partial class Callee {{ [Api] public int Find(int x) {Opaque} }}", use), (EffectKind)kind, EffectSource.Name);

    [Test]
    public void Name_FollowsTheEditorConfig()
    {
        var options = new Dictionary<string, string> { ["pipeline_command_verbs"] = "Fetch, Reticulate", ["pipeline_query_verbs"] = "Do" };

        AssertEffect(Classified.Call($"[Service] partial class Callee {{ [Api] public int FetchAll(int x) {Opaque} }}", Keep + "FetchAll(x);", options), EffectKind.Command, EffectSource.Name);
        AssertEffect(Classified.Call($"[Service] partial class Callee {{ [Api] public int Do(int x) {Opaque} }}", Keep + "Do(x);", options), EffectKind.Query, EffectSource.Name);
    }

    private static void AssertEffect(CallEffect call, EffectKind kind, EffectSource source)
    {
        Assert.That(call.Kind, Is.EqualTo(kind), call.Reason);
        Assert.That(call.Source, Is.EqualTo(source), call.Reason);
    }
}
