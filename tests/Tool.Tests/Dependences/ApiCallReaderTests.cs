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
    public void Calls_ThatOverlapAsWritten_NeedNothing_WhateverTheyChange()
    {
        var api = Read("""
            var a = _a.ToAsync.Save(id);
            var b = _a.ToAsync.Save(id + 1);
            await a;
            await b;
            return id;
            """);

        Assert.That(Text(api), Is.EqualTo("A/Save#0:22, A/Save#1:23"));
    }

    [Test]
    public void Call_ThatNobodyAwaits_NeedsAllBefore_AndSaysWhy()
    {
        var api = Read("""
            var a = await _a.ToAsync.Get(id);
            _ = _b.ToAsync.Get(id);
            return a;
            """);

        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, B/Get#0:23 after 0"));
        Assert.That(api.Calls[1].Needs[0].Why, Does.Contain("is not awaited where it begins"));
    }

    [Test]
    public void SyncCalls_CountToo()
    {
        var api = Read("return _a.Get(id) + _b.Get(id);", "int");

        Assert.That(Text(api), Does.StartWith("A/Get#0:22, B/Get#0:22"));
    }

    [TestCase("foreach (var one in new[] { 1, 2 }) id += await _a.ToAsync.Get(one); return id;", "'_a.Get' is in a loop")]
    [TestCase("return (await Gather.Each(new[] { 1 }, (one, token) => _a.ToAsync.Get(one, token), 4))[0];", "is in a lambda")]
    [TestCase("return await _a.ToAsync.Get(1) + await HelpAsync(1) + await HelpAsync(2);", "'HelpAsync', which makes calls too, is called in several places")]
    [TestCase("foreach (var one in new[] { 1, 2 }) id += await HelpAsync(one); return id;", "'HelpAsync', which makes calls too, is in a loop")]
    [TestCase("var help = HelpAsync(id); return await _a.ToAsync.Get(1) + await help;", "'HelpAsync', which makes calls too, is not awaited where it begins")]
    [TestCase("return await _a.ToAsync.Get(1) + (await Gather.Each(new[] { 1, 2 }, HelpAsync, 4))[0];", "'HelpAsync', which makes calls too, is passed on as a delegate")]
    [TestCase("return (await Gather.Each(new[] { 1, 2 }, HelpAsync, 4))[0];", "'HelpAsync', which makes calls too, is passed on as a delegate")]
    [TestCase("return (await Gather.Each(new[] { 1 }, (one, token) => HelpAsync(one), 4))[0];", "'HelpAsync', which makes calls too, is in a lambda")]
    [TestCase("return (await Gather.Each(new[] { 1, 2 }, _a.ToAsync.Get, 4))[0];", "'A.Get' is passed on as a delegate")]
    [TestCase("Func<int, Task<int>> help = HelpAsync; return await help(1);", "'HelpAsync', which makes calls too, is passed on as a delegate")]
    [TestCase("return await OpenAsync(id);", "'OpenAsync', which makes calls too, may be overridden")]
    [TestCase("return await AgainAsync(id);", "'AgainAsync', which makes calls too, calls itself")]
    [TestCase("await foreach (var one in ItemsAsync(id)) id += one; return id;", "'ItemsAsync', which makes calls too, runs when its items are asked for")]
    [TestCase("return await HelpAsync(id) + await _d.ToAsync.Get(2);", "'D/Get' is called in several places")]
    [TestCase("if (id > 3) return await _a.ToAsync.Get(1); return await _a.ToAsync.Get(2);", "'A/Get' is called in several places")]
    public void Calls_ThatCannotBeToldApart_AreAmbiguousAndSayWhy(string body, string reason)
    {
        var api = Read(body);

        Assert.That(api.Ambiguity, Does.Contain(reason));
        Assert.That(api.Calls, Is.Not.Empty);
        Assert.That(api.Calls.SelectMany(static call => call.Needs), Is.Empty);
    }

    [Test]
    public void Calls_InOneLambdaOfAGather_WaitForOneAnother()
    {
        var api = Read("""
            var (b, d) = await Gather.FailFast(
                async token => { var first = await _b.ToAsync.Get(id, token); return await _c.ToAsync.Get(first, token); },
                token => _d.ToAsync.Get(id, token), default);
            return b + d;
            """);

        Assert.That(Text(api), Is.EqualTo("B/Get#0:23, C/Get#0:23 after 0, D/Get#0:24"));
    }

    [Test]
    public void Calls_OfAHelper_StandWhereItIsCalled()
    {
        var api = Read("""
            var a = await _a.ToAsync.Get(id);
            var d = await HelpAsync(a);
            return d + await _c.ToAsync.Get(d);
            """);

        Assert.That(api.Ambiguity, Is.Null);
        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, D/Get#0:15 after 0, C/Get#0:24 after 0 1"));
        Assert.That(api.Calls[1].Needs[0].Why, Does.StartWith("'HelpAsync' makes one of the two calls"));
    }

    [Test]
    public void Calls_OfAHelperInAGather_RunBesideTheOthers()
    {
        var api = Read("""
            var (a, d) = await Gather.All(_a.ToAsync.Get(id), HelpAsync(id));
            return await _b.ToAsync.Get(a + d);
            """);

        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, D/Get#0:15, B/Get#0:23 after 0 1"));
    }

    [Test]
    public void Calls_OfAHelperInALambdaOfAGather_RunBesideTheOthers()
    {
        var api = Read("""
            var (a, d) = await Gather.FailFast(token => _a.ToAsync.Get(id, token), token => HelpAsync(id), default);
            return await _b.ToAsync.Get(a + d);
            """);

        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, D/Get#0:15, B/Get#0:23 after 0 1"));
    }

    [Test]
    public void Calls_InTheArgumentsOfAHelper_ComeFirst()
    {
        var api = Read("return await HelpAsync(await _a.ToAsync.Get(id));");

        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, D/Get#0:15 after 0"));
    }

    [Test]
    public void Calls_OfALocalFunction_StandWhereItIsCalled()
    {
        var api = Read("""
            var a = await _a.ToAsync.Get(id);
            return await InnerAsync() + await _d.ToAsync.Get(id);

            async Task<int> InnerAsync()
            {
                var b = await _b.ToAsync.Get(a);
                return await _c.ToAsync.Get(b);
            }
            """);

        Assert.That(api.Ambiguity, Is.Null);
        Assert.That(Text(api), Is.EqualTo("A/Get#0:22, B/Get#0:27 after 0, C/Get#0:28 after 0 1, D/Get#0:23 after 0 1 2"));
    }

    [Test]
    public void Calls_OfAHelperOfAHelper_AreThere()
    {
        var api = Read("return await FarAsync(id);");

        Assert.That(Text(api), Is.EqualTo("C/Get#0:16, D/Get#0:15 after 0"));
    }

    [Test]
    public void Calls_InALoop_AreMarked()
    {
        var api = Read("foreach (var one in new[] { 1, 2 }) id += await _a.ToAsync.Get(one); return id + await HelpAsync(id);");

        Assert.That(api.Calls.Select(static call => (call.Callee, call.IsRepeated)), Is.EqualTo(new[] { ("A/Get", true), ("D/Get", false) }));
    }

    [TestCase("HelpAsync", "D/Get#0:15")]
    [TestCase("(one, token) => HelpAsync(one)", "D/Get#0:15")]
    [TestCase("InnerAsync", "B/Get#0:23")]
    [TestCase("_a.ToAsync.Get", "A/Get#0:22")]
    public void Calls_ThroughADelegateAlone_AreListed(string load, string expected)
    {
        var api = Read($$"""
            return (await Gather.Each(new[] { 1, 2 }, {{load}}, 4))[0];
            Task<int> InnerAsync(int one, CancellationToken token) => _b.ToAsync.Get(one, token);
            """);

        Assert.That(Text(api), Is.EqualTo(expected));
        Assert.That(api.Calls[0].IsRepeated);
        Assert.That(api.Ambiguity, Is.Not.Null);
    }

    [Test]
    public void Names_OfMethods_CallNothing()
    {
        var apis = ReadAll("""
            [Service] public partial class A { [Api] public Task<int> GetAsync(int id) => Task.FromResult(id); }
            [Service] public partial class Front(A.Proxy a) { [Api] public string Run() => nameof(HelpAsync) + nameof(a.ToAsync.Get); private Task<int> HelpAsync() => a.ToAsync.Get(1); }
            """);

        Assert.That(apis, Is.Empty);
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
            private async Task<int> FarAsync(int id) => await _c.ToAsync.Get(id) + await HelpAsync(id);
            private async Task<int> AgainAsync(int id) => id == 0 ? await _d.ToAsync.Get(id) : await AgainAsync(id - 1);
            private Task<int> HelpAsync(int id, CancellationToken token) => HelpAsync(id);
            public virtual Task<int> OpenAsync(int id) => _d.ToAsync.Get(id);
            private async IAsyncEnumerable<int> ItemsAsync(int id) { yield return await _d.ToAsync.Get(id); }
            [Api] public {{result}} Run(int id) {
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
