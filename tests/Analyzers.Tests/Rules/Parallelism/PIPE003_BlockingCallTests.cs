using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Testing;
using Pipeline.Analyzers.Rules.Parallelism;
using Pipeline.TestKit;
using Verifier = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.BlockingCallAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public partial class BlockingCallAnalyzerTests
{
    private static Task VerifyAsync(string statements) => Verifier.VerifyAsync(BlockingServices.AsyncMethod(statements));

    [TestCase("float x = client.{|PIPE003:Get|}(data);")]
    [TestCase("client.{|PIPE003:Save|}(\"key\");")]
    [TestCase("var text = client.{|PIPE003:Find|}(\"key\")?.Trim();")]
    [TestCase("if (client.{|PIPE003:Get|}(data) > 1) throw new InvalidOperationException();")]
    [TestCase("for (int i = 0; i < 3; i++) client.{|PIPE003:Save|}(\"key\");")]
    [TestCase("try { } catch { client.{|PIPE003:Save|}(\"key\"); } finally { client.{|PIPE003:Save|}(\"key\"); }")]
    [TestCase("float x = client?.{|PIPE003:Get|}(data) ?? 0;")]
    public Task AsyncApi_ThroughSyncView_IsReported(string statements) => VerifyAsync(statements);

    [TestCase("float x = client.ToAsync.Get(data).{|PIPE003:Result|};")]
    [TestCase("client.ToAsync.Save(\"key\").{|PIPE003:Wait|}();")]
    [TestCase("client.ToAsync.Save(\"key\").{|PIPE003:Wait|}(100);")]
    [TestCase("float x = client.ToAsync.Get(data).GetAwaiter().{|PIPE003:GetResult|}();")]
    [TestCase("float x = client.ToAsync.Get(data).ConfigureAwait(false).GetAwaiter().{|PIPE003:GetResult|}();")]
    [TestCase("float x = model.ToAsync.Predict(data).{|PIPE003:Result|};", Description = "a sync API too: the task runs elsewhere")]
    [TestCase("var task = client.ToAsync.Get(data); float x = task.{|PIPE003:Result|};")]
    [TestCase("Task task = client.ToAsync.Get(data); task.{|PIPE003:Wait|}();")]
    [TestCase(
        "var a = client.ToAsync.Get(data); var b = model.ToAsync.Predict(data); float x = a.{|PIPE003:Result|} + b.{|PIPE003:Result|};")]
    [TestCase("Task<float> task; task = client.ToAsync.Get(data); float x = task.{|PIPE003:Result|};")]
    [TestCase("var task = client.ToAsync.Get(data); await task; task = client.ToAsync.Get(data); float x = task.{|PIPE003:Result|};")]
    [TestCase("Task.WhenAll(client.ToAsync.Get(data), model.ToAsync.Predict(data)).{|PIPE003:Wait|}();")]
    [TestCase("Task.{|PIPE003:WaitAll|}(client.ToAsync.Save(\"a\"), client.ToAsync.Save(\"b\"));")]
    [TestCase("var a = client.ToAsync.Get(data); Task b = model.ToAsync.Predict(data); Task.{|PIPE003:WaitAny|}(a, b);")]
    public Task StartedCall_WaitedFor_IsReported(string statements) => VerifyAsync(statements);

    [TestCase("foreach (int item in client.{|PIPE003:Items|}(3)) { }")]
    [TestCase("foreach (int item in client.{|PIPE003:Items|}(3).Where(item => item > 1)) { }")]
    [TestCase("foreach (int item in from item in client.{|PIPE003:Items|}(3) where item > 1 select item) { }")]
    [TestCase("var items = client.{|PIPE003:Items|}(3).ToList();")]
    [TestCase("int count = client.{|PIPE003:Items|}(3).Select(item => item * 2).Count();")]
    [TestCase("int[] items = [0, .. client.{|PIPE003:Items|}(3)];")]
    public Task AsyncStream_EnumeratedThroughSyncView_IsReported(string statements) => VerifyAsync(statements);

    [TestCase("float x = await client.ToAsync.Get(data);")]
    [TestCase("float x = model.Predict(data);", Description = "a sync API is the caller's own work")]
    [TestCase("foreach (int row in model.Rows(3)) { }")]
    [TestCase("await foreach (int item in client.ToAsync.Items(3)) { }")]
    [TestCase("var items = client.Items(3);", Description = "nothing runs until somebody enumerates it")]
    [TestCase("var items = client.Items(3).Where(item => item > 1);")]
    [TestCase("float x = Task.FromResult(1f).Result;")]
    [TestCase("Func<float[], CancellationToken, float> method = client.Get;")]
    [TestCase("string name = nameof(client.Get);")]
    public Task Code_ThatDoesNotBlock_IsSilent(string statements) => VerifyAsync(statements);

    private static readonly string[] PlacesWhereAwaitIsImpossible =
    [
        "lock (client) { client.Save(\"key\"); }",
        "var gate = new Lock(); lock (gate) { client.Save(\"key\"); }",
        "lock (client) { float x = client.ToAsync.Get(data).Result; }",
        "try { } catch (Exception) when (client.Get(data) > 1) { }",
        "var query = from item in data select client.Get(data);",
        "unsafe { client.Save(\"key\"); }",
        "System.Linq.Expressions.Expression<Func<float>> expression = () => client.Find(\"key\")!.Length;",
        "Func<float> lambda = () => client.Get(data, default);",
        "await Task.Run(() => client.Save(\"key\"));",
        "float Local() => client.Get(data); Local();",
        "Span<float> span = data; client.Save(\"key\"); span[0] = 1;",
        "Span<float> span = data; span[0] = client.Get(data);",
        "data.AsSpan()[0] = client.Get(data);",
        "Span<float> span = data; while (data.Length > 1) { span[0] = 1; client.Save(\"key\"); }",
        "ref float first = ref data[0]; client.Save(\"key\"); first = 1;",
        "foreach (float x in data.AsSpan()) client.Save(\"key\");",
        "var gate = new Lock(); using (gate.EnterScope()) client.Save(\"key\");",
        "var gate = new Lock(); using var scope = gate.EnterScope(); client.Save(\"key\");",
        "string text = string.Create(null, $\"{client.Get(data)}\");",
    ];

    [TestCaseSource(nameof(PlacesWhereAwaitIsImpossible))]
    public Task Place_WhereAwaitIsImpossible_IsSilent(string statements) => VerifyAsync(statements);

    [TestCaseSource(nameof(PlacesWhereAwaitIsImpossible))]
    public void Place_WhereAwaitIsImpossible_DoesNotCompileWithAwait(string statements)
    {
        string awaited = AwaitableCall().Replace(statements, match => $"(await client.ToAsync.{match.Groups[1].Value.Replace("ToAsync.", "", StringComparison.Ordinal)}({match.Groups[2].Value}))");
        var options = ServiceProject.CompilationOptions;
        var compilation = ServiceCompilation.Create("global using Pipeline;", BlockingServices.AsyncMethod(awaited)).WithOptions(options).WithProxies();

        Assert.That(awaited, Is.Not.EqualTo(statements));
        Assert.That(compilation.Emit(Stream.Null).Success, Is.False);
    }

    [TestCase(
        "var gate = new ReaderWriterLockSlim(); gate.EnterReadLock(); try { client.Save(\"key\"); } finally { gate.ExitReadLock(); }")]
    [TestCase("var gate = new ReaderWriterLockSlim(); if (gate.TryEnterWriteLock(100)) { client.Save(\"key\"); gate.ExitWriteLock(); }")]
    [TestCase("var gate = new object(); Monitor.Enter(gate); try { client.Save(\"key\"); } finally { Monitor.Exit(gate); }")]
    [TestCase("using var gate = new Mutex(); gate.WaitOne(); try { client.Save(\"key\"); } finally { gate.ReleaseMutex(); }")]
    [TestCase("var gate = new Lock(); gate.Enter(); client.Save(\"key\"); gate.Exit();")]
    [TestCase("var gate = new ReaderWriterLockSlim(); using (new Reading(gate)) { client.Save(\"key\"); }")]
    [TestCase("var gate = new ReaderWriterLockSlim(); using var reading = new Reading(gate); client.Save(\"key\");")]
    [TestCase("using (var scope = new System.Transactions.TransactionScope()) { client.Save(\"key\"); scope.Complete(); }")]
    public Task Place_ThatMustKeepItsThread_IsSilent(string statements) => VerifyAsync(statements + Reading);

    [TestCase("var gate = new ReaderWriterLockSlim(); gate.EnterReadLock(); gate.ExitReadLock(); client.{|PIPE003:Save|}(\"key\");")]
    [TestCase("var gate = new object(); client.{|PIPE003:Save|}(\"key\"); Monitor.Enter(gate); Monitor.Exit(gate);")]
    [TestCase(
        "var gate = new SemaphoreSlim(1); await gate.WaitAsync(); try { client.{|PIPE003:Save|}(\"key\"); } finally { gate.Release(); }")]
    [TestCase("var gate = new ReaderWriterLockSlim(); using (new Reading(gate)) { } client.{|PIPE003:Save|}(\"key\");")]
    [TestCase(
        "using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled); "
        + "client.{|PIPE003:Save|}(\"key\");")]
    public Task Place_ThatMayLeaveItsThread_IsReported(string statements) => VerifyAsync(statements + Reading);

    [TestCase("try { client.ToAsync.Save(\"key\").Wait(); } catch (AggregateException) { }")]
    [TestCase("try { float x = client.ToAsync.Get(data).Result; } catch (Exception error) when (error is AggregateException) { }")]
    [TestCase(
        "try { Task.WaitAll(client.ToAsync.Save(\"key\")); } catch (Exception error) { if (error is AggregateException all) throw "
        + "all.InnerExceptions[0]; }")]
    [TestCase(
        "try { client.ToAsync.Save(\"key\").GetAwaiter().{|PIPE003:GetResult|}(); } catch (AggregateException) { }",
        Description = "it throws as an await does")]
    [TestCase("try { client.ToAsync.Save(\"key\").{|PIPE003:Wait|}(); } catch (InvalidOperationException) { }")]
    public Task Wait_WhoseHandlerExpectsTheAggregate_IsSilent(string statements) => VerifyAsync(statements);

    /// <summary>Keeps a lock until it is disposed of; the statement before ends the method.</summary>
    private const string Reading = """
        }

        private readonly struct Reading : IDisposable
        {
            private readonly ReaderWriterLockSlim _gate;

            public Reading(ReaderWriterLockSlim gate)
            {
                _gate = gate;
                _gate.EnterReadLock();
            }

            public void Dispose() => _gate.ExitReadLock();
        }

        private static async Task NothingAsync()
        {
            await Task.Yield();
        """;

    [TestCase("lock (client.{|PIPE003:Find|}(\"key\")!) { }")]
    [TestCase("var query = from c in client.{|PIPE003:Find|}(\"key\")! select c;")]
    [TestCase("Span<float> span = data; span[0] = 1; client.{|PIPE003:Save|}(\"key\");")]
    [TestCase("while (data.Length > 1) { Span<float> span = data; span[0] = 1; client.{|PIPE003:Save|}(\"key\"); }")]
    [TestCase("string text = $\"{client.{|PIPE003:Get|}(data)}\";")]
    [TestCase("Func<Task> lambda = async () => client.{|PIPE003:Save|}(\"key\");")]
    [TestCase("async Task Local() => client.{|PIPE003:Save|}(\"key\"); await Local();")]
    [TestCase("async void Local() => client.{|PIPE003:Save|}(\"key\"); Local();")]
    public Task Place_NextToOneWhereAwaitIsImpossible_IsReported(string statements) => VerifyAsync(statements);

    [TestCase("var task = client.ToAsync.Get(data); await task; float x = task.Result;")]
    [TestCase("var task = client.ToAsync.Get(data); await Task.WhenAll(task); float x = task.Result;")]
    [TestCase(
        "var task = client.ToAsync.Get(data); await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); float x = task.Result;")]
    [TestCase("var task = client.ToAsync.Get(data); if (task.IsCompletedSuccessfully) { float x = task.Result; }")]
    [TestCase("var task = client.ToAsync.Get(data); float x = task.IsCompleted ? task.Result : 0;")]
    [TestCase("var task = client.ToAsync.Get(data); if (await Task.WhenAny(task, Task.Delay(1)) == task) { float x = task.Result; }")]
    [TestCase("var task = client.ToAsync.Get(data); Task[] all = [task]; await Task.WhenAll(all); float x = task.Result;")]
    [TestCase("var task = client.ToAsync.Get(data); for (int i = 0; i < 2; i++) { if (i > 0) { float x = task.Result; } await task; }")]
    [TestCase("var task = client.ToAsync.Get(data); Func<Task<float>> later = async () => task.Result; await task; await later();")]
    [TestCase("var task = client.ToAsync.Get(data); goto wait; read: float x = task.Result; return; wait: await task; goto read;")]
    [TestCase("var task = data.Length > 1 ? client.ToAsync.Get(data) : Task.FromResult(1f); float x = task.Result;")]
    [TestCase("var tasks = data.Select(x => client.ToAsync.Get(data)).ToArray(); await Task.WhenAll(tasks); float x = tasks[0].Result;")]
    [TestCase("var task = client.ToAsync.Get(data); await Local(); float x = task.Result; async Task Local() => await task;")]
    [TestCase("var task = client.ToAsync.Get(data); if (task.Wait(0)) { } bool done = client.ToAsync.Get(data).Wait(TimeSpan.Zero);")]
    [TestCase("var task = client.ToAsync.Get(data); await task; Task.WaitAll(task);")]
    public Task Task_ThatMayBeComplete_IsSilent(string statements) => VerifyAsync(statements);

    [Test]
    public Task Fake_CalledInATest_IsSilent() => Verifier.VerifyAsync(BlockingServices.Caller("""
            private sealed class Fake : Model.Proxy
            {
                public override float Predict(float[] data) => 1;
                public override IEnumerable<int> Rows(int count) => [];
            }

            public async Task TestAsync() { await Task.Yield(); new Fake().Predict([1]); }
        """));

    [Test]
    public Task Fake_HeldAsAProxy_IsSilent() => Verifier.VerifyAsync("""
        [Service]
        public partial class Remote { [Api] public Task<float> GetAsync() => Task.FromResult(1f); }

        public sealed class Fake : Remote.Proxy { public override float Get() => 1; }

        public class Tests
        {
            public async Task<float> TestAsync(Remote.Proxy real)
            {
                await Task.Yield();
                Remote.Proxy fake = new Fake();
                return fake.Get() + ((Remote.Proxy)new Fake()).Get() + real.{|PIPE003:Get|}();
            }
        }
        """);

    [Test]
    public async Task Service_InAnotherAssembly_IsKnown()
    {
        var library = ServiceLibrary.Compile("""
            [Service] public partial class Remote
            {
                [Api] public Task<float> GetAsync(float x, CancellationToken ct = default) => Task.FromResult(x);
                [Api] public float Compute(float x) => x;
            }

            [Service] public partial class Derived : Remote;
            """);
        var test = new ServiceAnalyzerTest<BlockingCallAnalyzer>("""
            public class Caller(Remote.Proxy remote, Derived.Proxy derived)
            {
                public async Task<float> RunAsync() =>
                    remote.{|PIPE003:Get|}(1) + derived.{|PIPE003:Get|}(1) + remote.Compute(1) + remote.ToAsync.Get(1).{|PIPE003:Result|} + await remote.ToAsync.Get(1);
            }
            """);
        test.TestState.AdditionalReferences.Add(library);
        await test.RunAsync();
    }

    [Test]
    public Task SyncMethod_Blocking_IsSilent() => Verifier.VerifyAsync(BlockingServices.Caller("""
            public float Run(float[] data) => client.Get(data) + client.ToAsync.Get(data).Result;
            public Task<float> RunAsync(float[] data) => Task.FromResult(client.Get(data));
            public float Property => client.Get([1]);
        """));

    [Test]
    public Task UnsafeType_Blocking_IsSilent() => Verifier.VerifyAsync(BlockingServices.Caller("""
            private unsafe class Inner(Client.Proxy client)
            {
                public async Task RunAsync() => client.Save("key");
            }
        """));

    [Test]
    public Task Message_ForEachForm_SaysWhatToAwait() => Verifier.VerifyAsync(
        BlockingServices.AsyncMethod("""
            client.{|#0:Get|}(data);
            client.ToAsync.Get(data).{|#1:Wait|}();
            var task = client.ToAsync.Get(data);
            _ = task.{|#2:Result|};
            foreach (int item in client.{|#3:Items|}(1)) { }
            """),
        Expected(0, "'client.Get' blocks the thread in async code; await 'client.ToAsync.Get' instead"),
        Expected(1, "'Wait' blocks the thread in async code; await 'client.ToAsync.Get' instead"),
        Expected(2, "'Result' blocks the thread in async code; await 'task' instead"),
        Expected(3, "'client.Items' blocks the thread in async code; enumerate 'client.ToAsync.Items' with 'await foreach' instead"));

    private static DiagnosticResult Expected(int location, string message) =>
        DiagnosticResult.CompilerWarning("PIPE003").WithLocation(location).WithMessage(message);

    [GeneratedRegex(@"client\.(Save|Get|Find|ToAsync\.Get)\(([^()]*)\)(\.Result)?")]
    private static partial Regex AwaitableCall();
}
