using Verifier = Pipeline.Analyzers.Tests.CodeFixVerifier<Pipeline.Analyzers.BlockingCallAnalyzer, Pipeline.CodeFixes.BlockingCallCodeFix>;

namespace Pipeline.Analyzers.Tests.Blocking;

public class BlockingCallCodeFixTests
{
    private static Task VerifyAsync(string statements, string fixedStatements) =>
        Verifier.VerifyAsync(BlockingServices.AsyncMethod(statements), BlockingServices.AsyncMethod(fixedStatements));

    [TestCase("float x = client.{|PIPE003:Get|}(data);", "float x = await client.ToAsync.Get(data);")]
    [TestCase("this.ToString(); client.{|PIPE003:Save|}(\"key\");", "this.ToString(); await client.ToAsync.Save(\"key\");")]
    [TestCase("int? n = client.{|PIPE003:Find|}(\"key\")?.Length;", "int? n = (await client.ToAsync.Find(\"key\"))?.Length;")]
    [TestCase("char c = client.{|PIPE003:Find|}(\"key\")![0];", "char c = (await client.ToAsync.Find(\"key\"))![0];")]
    [TestCase("string s = client.{|PIPE003:Get|}(data).ToString();", "string s = (await client.ToAsync.Get(data)).ToString();")]
    [TestCase("float x = -client.{|PIPE003:Get|}(data) * 2;", "float x = -await client.ToAsync.Get(data) * 2;")]
    [TestCase("bool b = client.{|PIPE003:Get|}(data) is > 1;", "bool b = await client.ToAsync.Get(data) is > 1;")]
    [TestCase("string s = $\"{client.{|PIPE003:Get|}(data):F2}\";", "string s = $\"{await client.ToAsync.Get(data):F2}\";")]
    public Task Call_InAnExpression_IsAwaitedWithTheRightPrecedence(string source, string expected) => VerifyAsync(source, expected);

    [TestCase("client.{|PIPE003:Get|}(data, default);", "await client.ToAsync.Get(data, default);")]
    [TestCase("client.{|PIPE003:Get|}(data, CancellationToken.None);", "await client.ToAsync.Get(data, CancellationToken.None);")]
    [TestCase("client.{|PIPE003:Get|}(ct: default, data: data);", "await client.ToAsync.Get(data: data, ct: default);")]
    [TestCase("client.{|PIPE003:Load|}(default, \"key\", 1);", "await client.ToAsync.Load(\"key\", 1, default);")]
    [TestCase("client.{|PIPE003:Load|}(default, \"key\");", "await client.ToAsync.Load(\"key\", ct: default);")]
    [TestCase("client.{|PIPE003:Load|}(default, retries: 1, key: \"key\");", "await client.ToAsync.Load(retries: 1, key: \"key\", ct: default);")]
    [TestCase("client.{|PIPE003:Sum|}(default, 1, 2);", "await client.ToAsync.Sum([1, 2], default);")]
    [TestCase("client.{|PIPE003:Sum|}(default);", "await client.ToAsync.Sum([], default);")]
    [TestCase("client.{|PIPE003:Sum|}(default, [1, 2]);", "await client.ToAsync.Sum([1, 2], default);")]
    public Task Arguments_WithAToken_KeepNamesAndPassTheTokenLast(string source, string expected) => VerifyAsync(source, expected);

    [TestCase("float x = client.ToAsync.Get(data).{|PIPE003:Result|};", "float x = await client.ToAsync.Get(data);")]
    [TestCase("string s = client.ToAsync.Get(data).{|PIPE003:Result|}.ToString();", "string s = (await client.ToAsync.Get(data)).ToString();")]
    [TestCase("client.ToAsync.Save(\"key\").{|PIPE003:Wait|}();", "await client.ToAsync.Save(\"key\");")]
    [TestCase("client.ToAsync.Get(data).GetAwaiter().{|PIPE003:GetResult|}();", "await client.ToAsync.Get(data);")]
    [TestCase("client.ToAsync.Get(data).ConfigureAwait(false).GetAwaiter().{|PIPE003:GetResult|}();", "await client.ToAsync.Get(data).ConfigureAwait(false);")]
    [TestCase("float x = (client.ToAsync.Get(data)).{|PIPE003:Result|};", "float x = await client.ToAsync.Get(data);")]
    [TestCase("var task = client.ToAsync.Get(data); float x = task.{|PIPE003:Result|};", "var task = client.ToAsync.Get(data); float x = await task;")]
    [TestCase(
        "var a = client.ToAsync.Get(data); var b = model.ToAsync.Predict(data); float x = a.{|PIPE003:Result|} + b.{|PIPE003:Result|};",
        "var a = client.ToAsync.Get(data); var b = model.ToAsync.Predict(data); float x = await a + await b;")]
    public Task Task_WaitedFor_IsAwaited(string source, string expected) => VerifyAsync(source, expected);

    [TestCase("foreach (int item in client.{|PIPE003:Items|}(3)) { }", "await foreach (int item in client.ToAsync.Items(3)) { }")]
    [TestCase("/* all */ foreach (var item in client.{|PIPE003:Items|}(3)) { } // done", "/* all */ await foreach (var item in client.ToAsync.Items(3)) { } // done")]
    public Task Stream_InForeach_IsEnumeratedWithAwaitForeach(string source, string expected) => VerifyAsync(source, expected);

    [TestCase("client.{|PIPE003:Get|}([client.{|PIPE003:Get|}(data)]);", "await client.ToAsync.Get([await client.ToAsync.Get(data)]);")]
    [TestCase("client.{|PIPE003:Save|}(client.ToAsync.Find(\"key\").{|PIPE003:Result|}!);", "await client.ToAsync.Save((await client.ToAsync.Find(\"key\"))!);")]
    [TestCase("client.ToAsync.Save(client.{|PIPE003:Find|}(\"key\")!).{|PIPE003:Wait|}();", "await client.ToAsync.Save((await client.ToAsync.Find(\"key\"))!);")]
    [TestCase(
        "foreach (int item in client.{|PIPE003:Items|}((int)client.{|PIPE003:Get|}(data))) client.{|PIPE003:Save|}(\"key\");",
        "await foreach (int item in client.ToAsync.Items((int)await client.ToAsync.Get(data))) await client.ToAsync.Save(\"key\");")]
    public Task Calls_Nested_AreAllFixed(string source, string expected) => VerifyAsync(source, expected);

    [TestCase("float x = client?.{|PIPE003:Get|}(data) ?? 0;")]
    [TestCase("float x = client?.ToAsync.Get(data).{|PIPE003:Result|} ?? 0;")]
    [TestCase("client.ToAsync.Save(\"key\").{|PIPE003:Wait|}(100);")]
    [TestCase("var items = client.{|PIPE003:Items|}(3).ToList();")]
    [TestCase("try { client.ToAsync.Save(\"key\").{|PIPE003:Wait|}(); } catch (AggregateException) { }")]
    public Task Call_WithoutAPlainCounterpart_GetsNoFix(string statements) => Verifier.VerifyNoFixAsync(BlockingServices.AsyncMethod(statements));

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
