using Pipeline.TestKit;
using Verifier = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.BlockingCallAnalyzer,
    Pipeline.CodeFixes.Rules.BlockingCallCodeFix>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class BlockingCallCodeFixTests
{
    /// <summary>Each pair is a block of one method: one run of the fixes shows them all. What they leave has to compile to the end.</summary>
    private static Task VerifyAsync(params (string Source, string Fixed)[] blocks)
    {
        string source = BlockingServices.AsyncMethod(Lines(blocks.Select(static block => block.Source)));
        string fixedSource = BlockingServices.AsyncMethod(Lines(blocks.Select(static block => block.Fixed)));
        Assert.That(ServiceCompilation.Create("global using Pipeline;", fixedSource).WithProxies().Emit(Stream.Null).Success, Is.True);
        return Verifier.VerifyAsync(source, fixedSource);
    }

    private static string Lines(IEnumerable<string> blocks) => string.Join('\n', blocks.Select(static block => $"        {{ {block}\n        }}"));

    [Test]
    public Task Call_InAnExpression_IsAwaitedWithTheRightPrecedence() => VerifyAsync(
        ("float x = client.{|PIPE003:Get|}(data);", "float x = await client.ToAsync.Get(data);"),
        ("this.ToString(); client.{|PIPE003:Save|}(\"key\");", "this.ToString(); await client.ToAsync.Save(\"key\");"),
        ("int? n = client.{|PIPE003:Find|}(\"key\")?.Length;", "int? n = (await client.ToAsync.Find(\"key\"))?.Length;"),
        ("char c = client.{|PIPE003:Find|}(\"key\")![0];", "char c = (await client.ToAsync.Find(\"key\"))![0];"),
        ("string s = client.{|PIPE003:Get|}(data).ToString();", "string s = (await client.ToAsync.Get(data)).ToString();"),
        ("float x = -client.{|PIPE003:Get|}(data) * 2;", "float x = -await client.ToAsync.Get(data) * 2;"),
        ("bool b = client.{|PIPE003:Get|}(data) is > 1;", "bool b = await client.ToAsync.Get(data) is > 1;"),
        ("string s = $\"{client.{|PIPE003:Get|}(data):F2}\";", "string s = $\"{await client.ToAsync.Get(data):F2}\";"));

    [Test]
    public Task Arguments_WithAToken_KeepNamesAndPassTheTokenLast() => VerifyAsync(
        ("client.{|PIPE003:Get|}(data, default);", "await client.ToAsync.Get(data, default);"),
        ("client.{|PIPE003:Get|}(data, CancellationToken.None);", "await client.ToAsync.Get(data, CancellationToken.None);"),
        ("client.{|PIPE003:Get|}(ct: default, data: data);", "await client.ToAsync.Get(data: data, ct: default);"),
        ("client.{|PIPE003:Load|}(default, \"key\", 1);", "await client.ToAsync.Load(\"key\", 1, default);"),
        ("client.{|PIPE003:Load|}(default, \"key\");", "await client.ToAsync.Load(\"key\", ct: default);"),
        (
            "client.{|PIPE003:Load|}(default, retries: 1, key: \"key\");",
            "await client.ToAsync.Load(retries: 1, key: \"key\", ct: default);"),
        ("client.{|PIPE003:Sum|}(default, 1, 2);", "await client.ToAsync.Sum([1, 2], default);"),
        ("client.{|PIPE003:Sum|}(default);", "await client.ToAsync.Sum([], default);"),
        ("client.{|PIPE003:Sum|}(default, [1, 2]);", "await client.ToAsync.Sum([1, 2], default);"));

    [Test]
    public Task Task_WaitedFor_IsAwaited() => VerifyAsync(
        ("float x = client.ToAsync.Get(data).{|PIPE003:Result|};", "float x = await client.ToAsync.Get(data);"),
        (
            "string s = client.ToAsync.Get(data).{|PIPE003:Result|}.ToString();",
            "string s = (await client.ToAsync.Get(data)).ToString();"),
        ("client.ToAsync.Save(\"key\").{|PIPE003:Wait|}();", "await client.ToAsync.Save(\"key\");"),
        ("client.ToAsync.Get(data).GetAwaiter().{|PIPE003:GetResult|}();", "await client.ToAsync.Get(data);"),
        (
            "client.ToAsync.Get(data).ConfigureAwait(false).GetAwaiter().{|PIPE003:GetResult|}();",
            "await client.ToAsync.Get(data).ConfigureAwait(false);"),
        ("float x = (client.ToAsync.Get(data)).{|PIPE003:Result|};", "float x = await client.ToAsync.Get(data);"),
        (
            "var task = client.ToAsync.Get(data); float x = task.{|PIPE003:Result|};",
            "var task = client.ToAsync.Get(data); float x = await task;"),
        (
            "var a = client.ToAsync.Get(data); var b = model.ToAsync.Predict(data); float x = a.{|PIPE003:Result|} + b.{|PIPE003:Result|};",
            "var a = client.ToAsync.Get(data); var b = model.ToAsync.Predict(data); float x = await a + await b;"));

    [Test]
    public Task Stream_InForeach_IsEnumeratedWithAwaitForeach() => VerifyAsync(
        ("foreach (int item in client.{|PIPE003:Items|}(3)) { }", "await foreach (int item in client.ToAsync.Items(3)) { }"),
        (
            "/* all */ foreach (var item in client.{|PIPE003:Items|}(3)) { } // done",
            "/* all */ await foreach (var item in client.ToAsync.Items(3)) { } // done"));

    [Test]
    public Task Calls_Nested_AreAllFixed() => VerifyAsync(
        ("client.{|PIPE003:Get|}([client.{|PIPE003:Get|}(data)]);", "await client.ToAsync.Get([await client.ToAsync.Get(data)]);"),
        (
            "client.{|PIPE003:Save|}(client.ToAsync.Find(\"key\").{|PIPE003:Result|}!);",
            "await client.ToAsync.Save((await client.ToAsync.Find(\"key\"))!);"),
        (
            "client.ToAsync.Save(client.{|PIPE003:Find|}(\"key\")!).{|PIPE003:Wait|}();",
            "await client.ToAsync.Save((await client.ToAsync.Find(\"key\"))!);"),
        (
            "foreach (int item in client.{|PIPE003:Items|}((int)client.{|PIPE003:Get|}(data))) client.{|PIPE003:Save|}(\"key\");",
            "await foreach (int item in client.ToAsync.Items((int)await client.ToAsync.Get(data))) await client.ToAsync.Save(\"key\");"));

    [Test]
    public Task Call_WithoutAPlainCounterpart_GetsNoFix() => Verifier.VerifyNoFixAsync(BlockingServices.AsyncMethod(Lines(
    [
        "float x = client?.{|PIPE003:Get|}(data) ?? 0;",
        "float x = client?.ToAsync.Get(data).{|PIPE003:Result|} ?? 0;",
        "client.ToAsync.Save(\"key\").{|PIPE003:Wait|}(100);",
        "Task.{|PIPE003:WaitAll|}(client.ToAsync.Save(\"key\"));",
        "var items = client.{|PIPE003:Items|}(3).ToList();",
    ])));

    [Test]
    public Task Call_NextToAPlaceWhereAwaitIsImpossible_CompilesAwaited() => VerifyAsync(
        ("lock (client.{|PIPE003:Find|}(\"key\")!) { }", "lock ((await client.ToAsync.Find(\"key\"))!) { }"),
        ("Span<float> span = data; span[0] = 1; client.{|PIPE003:Save|}(\"key\");", "Span<float> span = data; span[0] = 1; await client.ToAsync.Save(\"key\");"),
        (
            "while (data.Length > 1) { Span<float> span = data; span[0] = 1; client.{|PIPE003:Save|}(\"key\"); }",
            "while (data.Length > 1) { Span<float> span = data; span[0] = 1; await client.ToAsync.Save(\"key\"); }"),
        ("var query = from c in client.{|PIPE003:Find|}(\"key\")! select c;", "var query = from c in (await client.ToAsync.Find(\"key\"))! select c;"),
        ("string text = string.Join(\",\", \"a\", client.{|PIPE003:Find|}(\"key\"));", "string text = string.Join(\",\", \"a\", await client.ToAsync.Find(\"key\"));"),
        ("string text = $\"{data}{client.{|PIPE003:Get|}(data)}\" + data;", "string text = $\"{data}{await client.ToAsync.Get(data)}\" + data;"),
        ("ReadOnlySpan<float> span = [1, client.{|PIPE003:Get|}(data)]; Console.WriteLine(span[0]);", "ReadOnlySpan<float> span = [1, await client.ToAsync.Get(data)]; Console.WriteLine(span[0]);"));

    [Test]
    public Task Token_InScope_IsPassedOn() => Verifier.VerifyAsync(
        BlockingServices.Caller("""
                public async Task<float> RunAsync(float[] data, CancellationToken stop)
                {
                    // the first
                    var x = client.{|PIPE003:Get|}(
                        data, // what to get
                        stop);
                    client.{|PIPE003:Save|}("key"); // kept
                    foreach (var item in client.{|PIPE003:Items|}(3))
                        x += client.{|PIPE003:Load|}(stop, "key");
                    Func<Task> lambda = async () => client.{|PIPE003:Save|}("key");
                    Func<CancellationToken, Task> inner = async token => client.{|PIPE003:Save|}("key");
                    Func<Task> alone = static async () => new Caller(null!, null!).Client.{|PIPE003:Save|}("key");
                    Func<CancellationToken, CancellationToken, Task> two = async (a, b) => client.{|PIPE003:Save|}("key");
                    Func<CancellationToken, Task> keyword = async @params => client.{|PIPE003:Save|}("key");
                    await lambda();
                    return client.{|PIPE003:Sum|}(stop, 1) + client
                        .{|PIPE003:Get|}(data);
                }

                private Client.Proxy Client => client;
            """),
        BlockingServices.Caller("""
                public async Task<float> RunAsync(float[] data, CancellationToken stop)
                {
                    // the first
                    var x = await client.ToAsync.Get(
                        data, // what to get
                        stop);
                    await client.ToAsync.Save("key", stop); // kept
                    await foreach (var item in client.ToAsync.Items(3, stop))
                        x += await client.ToAsync.Load("key", ct: stop);
                    Func<Task> lambda = async () => await client.ToAsync.Save("key", stop);
                    Func<CancellationToken, Task> inner = async token => await client.ToAsync.Save("key", token);
                    Func<Task> alone = static async () => await new Caller(null!, null!).Client.ToAsync.Save("key");
                    Func<CancellationToken, CancellationToken, Task> two = async (a, b) => await client.ToAsync.Save("key");
                    Func<CancellationToken, Task> keyword = async @params => await client.ToAsync.Save("key", @params);
                    await lambda();
                    return await client.ToAsync.Sum([1], stop) + await client
                        .ToAsync.Get(data, stop);
                }

                private Client.Proxy Client => client;
            """));

    [Test]
    public Task Token_InCleanUp_IsNotPassedOn() => Verifier.VerifyAsync(
        BlockingServices.Caller("""
                public async Task RunAsync(CancellationToken ct)
                {
                    try { client.{|PIPE003:Save|}("key"); }
                    catch { client.{|PIPE003:Save|}("key"); throw; }
                    finally { client.{|PIPE003:Save|}("key"); }
                }
            """),
        BlockingServices.Caller("""
                public async Task RunAsync(CancellationToken ct)
                {
                    try { await client.ToAsync.Save("key", ct); }
                    catch { await client.ToAsync.Save("key"); throw; }
                    finally { await client.ToAsync.Save("key"); }
                }
            """));
}
