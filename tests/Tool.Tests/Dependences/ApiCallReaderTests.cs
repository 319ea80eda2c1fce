using Pipeline.TestKit;
using Pipeline.Tool.Dependences;

namespace Pipeline.Tool.Tests.Dependences;

/// <summary>What is read from the body of an API: its calls, and which of them need which.</summary>
[TestFixture]
internal sealed class ApiCallReaderTests
{
    [Test]
    public void Calls_OfWhichOneUsesTheResultsOfOthers_NeedThese()
    {
        var api = Read("""
            var a = await _a.ToAsync.Get(id);
            var b = await _b.ToAsync.Get(id);
            return await _c.ToAsync.Get(a + b);
            """);

        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, B/Get#0:23, C/Get#0:24 after 0 1"));
        Assert.That(api.Ambiguity, Is.Null);
        Assert.That(api.Name, Is.EqualTo("Front/Run"));
        Assert.That(api.Calls[2].Needs[0].Why, Does.Contain("uses the result of '_a.Get'"));
    }

    [Test]
    public void Calls_OfOneCallee_AreCounted()
    {
        var api = Read("return await _a.ToAsync.Get(1) + await _a.ToAsync.Get(2) + await _b.ToAsync.Get(3);");

        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, A/Get#1:22, B/Get#0:22"));
    }

    [Test]
    public void Calls_InAnArgument_ComeFirst()
    {
        var api = Read("return await _b.ToAsync.Get(await _a.ToAsync.Get(id));");

        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, B/Get#0:22 after 0"));
    }

    [Test]
    public void Calls_Gathered_NeedNothing_AndWhatFollowsNeedsWhatItUses()
    {
        var api = Read("""
            var (a, b) = await Gather.All(_a.ToAsync.Get(id), _b.ToAsync.Get(id));
            return await _c.ToAsync.Get(a + b);
            """);

        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, B/Get#0:22, C/Get#0:23 after 0 1"));
    }

    [Test]
    public void Calls_InLambdasOfAGather_RunBesideEachOther()
    {
        var api = Read("""
            var a = await _a.ToAsync.Get(id);
            var (b, c) = await Gather.FailFast(token => _b.ToAsync.Get(a, token), token => _c.ToAsync.Get(id, token), default);
            return await _d.ToAsync.Get(b + c);
            """);

        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, B/Get#0:23 after 0, C/Get#0:23 after 0, D/Get#0:24 after 0 1 2"));
    }

    [Test]
    public void Calls_ThatChangeSomething_StayInOrder()
    {
        var api = Read("""
            await _a.ToAsync.Save(id);
            return await _b.ToAsync.Get(id);
            """);

        Assert.That(Text(api), Is.EqualTo("A/Save#0:22, B/Get#0:23 after 0"));
    }

    [Test]
    public void Calls_InABranch_NeedAllBefore_AndAllBehindNeedThem()
    {
        var api = Read("""
            var a = await _a.ToAsync.Get(id);
            if (id > 3)
                a += await _b.ToAsync.Get(id);
            return a + await _c.ToAsync.Get(id);
            """);

        Assert.That(api.Ambiguity, Is.Null);
        Assert.That(Text(api), Does.StartWith("A/Get#0:22, B/Get#0:24 after 0, C/Get#0:25 after ").And.EndsWith(" 1"));
    }

    [Test]
    public void SyncCalls_CountToo()
    {
        var api = Read("return _a.Get(id) + _b.Get(id);", "int");

        Assert.That(Text(api), Does.StartWith("A/Get#0:22, B/Get#0:22"));
    }

    [TestCase("foreach (var one in new[] { 1, 2 }) id += await _a.ToAsync.Get(one); return id;", "'_a.Get' is in a loop")]
    [TestCase("return (await Gather.Each(new[] { 1 }, (one, token) => _a.ToAsync.Get(one, token), 4))[0];", "is in a lambda")]
    [TestCase("return await Inner(); Task<int> Inner() => _a.ToAsync.Get(id);", "is in a local function")]
    [TestCase("if (id > 3) return await _a.ToAsync.Get(1); return await _a.ToAsync.Get(2);", "'A/Get' is called in several places")]
    [TestCase("return await _a.ToAsync.Get(1) + await HelpAsync(id);", "'HelpAsync', which it calls, makes calls too")]
    public void Calls_ThatCannotBeToldApart_AreAmbiguousAndSayWhy(string body, string reason)
    {
        var api = Read(body);

        Assert.That(api.Ambiguity, Does.Contain(reason));
        Assert.That(api.Calls, Is.Not.Empty);
        Assert.That(api.Calls.SelectMany(static call => call.Needs), Is.Empty);
    }

    [Test]
    public void Names_AreThoseOfTheDeclaration()
    {
        var apis = ReadAll("""
            [Service(Name = "store")] public partial class A { [Api(Name = "fetch", Effect = Effect.Reads)] public Task<int> GetAsync(int id) => Task.FromResult(id); }
            [Service(Name = "shop")] public partial class Front(A.Proxy a) { [Api(Name = "go")] public Task<int> RunAsync(int id) => a.ToAsync.Get(id); }
            """);

        Assert.That(apis.Single().Name, Is.EqualTo("shop/go"));
        Assert.That(Text(apis.Single()), Is.EqualTo("store/fetch#0:3"));
    }

    private static ApiCalls Read(string body, string result = "async Task<int>") => ReadAll($$"""
        [Service] public partial class A { [Api(Effect = Effect.Reads)] public Task<int> GetAsync(int id, CancellationToken token = default) => Task.FromResult(id); [Api(Effect = Effect.Writes)] public Task SaveAsync(int id) => Task.CompletedTask; }
        [Service] public partial class B { [Api(Effect = Effect.Reads)] public Task<int> GetAsync(int id, CancellationToken token = default) => Task.FromResult(id); }
        [Service] public partial class C { [Api(Effect = Effect.Reads)] public Task<int> GetAsync(int id, CancellationToken token = default) => Task.FromResult(id); }
        [Service] public partial class D { [Api(Effect = Effect.Reads)] public Task<int> GetAsync(int id, CancellationToken token = default) => Task.FromResult(id); }

        [Service]
        public partial class Front(A.Proxy a, B.Proxy b, C.Proxy c, D.Proxy d)
        {
            private readonly A.Proxy _a = a;
            private readonly B.Proxy _b = b;
            private readonly C.Proxy _c = c;
            private readonly D.Proxy _d = d;

            private Task<int> HelpAsync(int id) => _d.ToAsync.Get(id);

            [Api]
            public {{result}} Run(int id)
            {


        {{body}}
            }
        }
        """).Single(static api => api.Name == "Front/Run");

    private static IReadOnlyList<ApiCalls> ReadAll(string source)
    {
        var compilation = ServiceCompilation.Create("using Pipeline;\n" + source).WithProxies();
        Assert.That(compilation.GetDiagnostics().Where(static one => one.Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty);
        return ApiCallReader.Read(compilation, new([]), "/code", CancellationToken.None);
    }

    private static string Text(ApiCalls api) => string.Join(", ", api.Calls.Select(static call =>
        $"{call.Callee}#{call.Ordinal}:{call.Line}{(call.Needs.Count == 0 ? "" : " after")}{string.Concat(call.Needs.Select(static need => $" {need.Call}"))}"));
}
