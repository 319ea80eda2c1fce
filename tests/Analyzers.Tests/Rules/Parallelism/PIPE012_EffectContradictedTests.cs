using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.EffectContradictedAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class EffectContradictedAnalyzerTests
{
    [TestCase("int _n; [Api(Effect = Effect.Reads)] public int Get(int x) => [|_n = x|];", TestName = "a field assigned")]
    [TestCase("int _n; [Api(Effect = Effect.None)] public int Get(int x) { [|_n += x|]; return x; }", TestName = "a field added to")]
    [TestCase("int _n; [Api(Effect = Effect.None)] public int Get(int x) { [|_n++|]; return x; }", TestName = "a field incremented")]
    [TestCase(
        "static int s_n; [Api(Effect = Effect.None)] public async Task<int> GetAsync(int x) { await Task.Yield(); [|s_n = x|]; return x; }",
        TestName = "a static assigned")]
    [TestCase(
        "int Last { get; set; } [Api(Effect = Effect.Reads)] public int Get(int x) => [|Last = x|];",
        TestName = "a property assigned")]
    [TestCase(
        "[Api(Effect = Effect.None)] public float Get(float[] d) { [|d[0] = 1|]; return d[1]; }",
        TestName = "an argument's element assigned")]
    [TestCase(
        "public class Request { public string? Text { get; set; } } [Api(Effect = Effect.None)] public int Get(Request r) { [|r.Text = "
        + "null|]; return 1; }",
        TestName = "an argument's property assigned")]
    [TestCase(
        "readonly List<int> _seen = []; [Api(Effect = Effect.Reads)] public int Get(int x) { [|_seen.Add(x)|]; return x; }",
        TestName = "a collection added to")]
    [TestCase(
        "[Api(Effect = Effect.None)] public float Get(float[] d) { [|Array.Sort(d)|]; return d[0]; }",
        TestName = "an argument sorted")]
    [TestCase(
        "int _a, _b; [Api(Effect = Effect.Reads)] public int Get(int x) { [|(_a, _b) = (x, x)|]; _a = 3; return x; }",
        TestName = "once per API")]
    [TestCase(
        "int _n; [Api(Effect = Effect.Reads)] public int Get(string s) { int.TryParse(s, [|out _n|]); return 1; }",
        TestName = "a field as out argument")]
    [TestCase(
        "long _calls; [Api(Effect = Effect.None)] public int Get(int x) { [|Volatile.Write(ref _calls, 1)|]; return x; }",
        TestName = "a volatile write")]
    [TestCase(
        "int _n; [Api(Effect = Effect.Reads)] public int Get() => [|Interlocked.Increment(ref _n)|];",
        TestName = "an interlocked number")]
    [TestCase(
        "readonly AsyncLocal<int> _a = new(); [Api(Effect = Effect.None)] public int Get(int x) => [|_a.Value = x|];",
        TestName = "an async local")]
    [TestCase(
        "public class L { public int Q; } [Api(Effect = Effect.None)] public int Get(List<L> ls) { foreach (var l in ls) [|l.Q = 1|]; "
        + "return 1; }",
        TestName = "a loop variable of an argument")]
    [TestCase(
        "public class L { public int Q; } readonly Dictionary<int, L> _by = []; [Api(Effect = Effect.Reads)] public int Get(int x) { "
        + "var l = _by[x]; [|l.Q++|]; return l.Q; }",
        TestName = "a value of a dictionary")]
    [TestCase(
        "[Api(Effect = Effect.None)] public int Get(int[] keys, int[] ids) { [|Array.Sort(keys, ids)|]; return ids[0]; }",
        TestName = "two arguments sorted")]
    [TestCase(
        "[Api(Effect = Effect.Reads)] public async Task<string> GetAsync(string name) { await [|System.IO.File.WriteAllTextAsync(name, "
        + "name)|]; return name; }",
        TestName = "a file written")]
    [TestCase(
        "readonly Queue<int> _q = new(); [Api(Effect = Effect.Reads)] public int Get() => [|_q.Dequeue()|];",
        TestName = "an item taken")]
    [TestCase(
        "int _n; [Api(Effect = Effect.Reads)] public int Get(int x) { if (x > 3) [|_n = x|]; return x; }",
        TestName = "under a condition that is none of its business")]
    public Task PlainWrite_IsReported(string members) => Verify.VerifyAsync($"[Service] public partial class S {{ {members} }}");

    [Test]
    public Task DeclaredForAllApis_IsReported() => Verify.VerifyAsync("[Service(Effect = Effect.None)] public partial class S { int _n; [Api] public int Get(int x) => [|_n = x|]; }");

    [Test]
    public Task DeclaredCommandCalled_IsReported() => Verify.VerifyAsync(
        """
        [Service] public partial class Store { [Api(Effect = Effect.Writes)] public void Keep(int x) { } }
        [Service] public partial class S(Store.Proxy store)
        {
            [Api(Effect = Effect.Reads)]
            public async Task<int> GetAsync(int x, CancellationToken ct)
            {
                await {|#0:store.ToAsync.Keep(x, ct)|};
                return x;
            }
        }
        """,
        new DiagnosticResult("PIPE012", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithLocation(0)
            .WithMessage("'GetAsync' is declared Reads, but it calls 'Store.Keep' (declared Writes)"));

    [Test]
    public Task Message_NamesTheMember() => Verify.VerifyAsync(
        "[Service] public partial class S { int _count; [Api(Effect = Effect.None)] public int Get() => {|#0:++_count|}; }",
        new DiagnosticResult("PIPE012", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithLocation(0)
            .WithMessage("'Get' is declared None, but it writes '_count'"));

    [TestCase("int _n; [Api] public int Get(int x) => _n = x;", TestName = "nothing declared")]
    [TestCase("int _n; [Api(Effect = Effect.Writes)] public int Get(int x) => _n = x;", TestName = "declared to write")]
    [TestCase("int _n; [Api(Effect = Effect.Reads)] public int Get(int x) => _n + x;", TestName = "reading")]
    [TestCase(
        "float[]? _w; [Api(Effect = Effect.None)] public float Get(int i) => (_w ??= new float[9])[i];",
        TestName = "a result remembered by ??=")]
    [TestCase(
        "object? _w; [Api(Effect = Effect.None)] public object Get() { if (_w is null) _w = new(); return _w; }",
        TestName = "a result remembered by if")]
    [TestCase(
        "object? _w; [Api(Effect = Effect.None)] public object Get() { if (_w is { } w) return w; return _w = new(); }",
        TestName = "a result remembered by an early return")]
    [TestCase(
        "object? _w; readonly object _gate = new(); [Api(Effect = Effect.None)] public object Get() { if (_w == null) { lock (_gate) { "
        + "if (_w == null) _w = new(); } } return _w; }",
        TestName = "double-checked locking")]
    [TestCase(
        "bool _loaded; int _w; [Api(Effect = Effect.None)] public int Get() { if (!_loaded) { _w = 3; _loaded = true; } return _w; }",
        TestName = "a result remembered with a flag")]
    [TestCase(
        "readonly Dictionary<int, int> _known = []; [Api(Effect = Effect.None)] public int Get(int x) { if (_known.TryGetValue(x, out "
        + "var y)) return y; y = x * x; _known[x] = y; return y; }",
        TestName = "a dictionary of results")]
    [TestCase(
        "readonly Dictionary<int, int> _known = []; [Api(Effect = Effect.None)] public int Get(int x) { if (!_known.ContainsKey(x)) "
        + "_known.Add(x, x * x); return _known[x]; }",
        TestName = "a dictionary asked first")]
    [TestCase(
        "readonly Dictionary<int, int> _cache = []; [Api(Effect = Effect.None)] public int Get(int x) => _cache[x] = x;",
        TestName = "a cache by name")]
    [TestCase("readonly Lazy<int> _w = new(() => 3); [Api(Effect = Effect.None)] public int Get() => _w.Value;", TestName = "a lazy value")]
    [TestCase(
        "readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> _d = new(); [Api(Effect = Effect.None)] public int "
        + "Get(int x) => _d.GetOrAdd(x, static k => k * k);",
        TestName = "GetOrAdd")]
    [TestCase(
        "int _calls; [Api(Effect = Effect.None)] public int Get(int x) { Interlocked.Increment(ref _calls); return x; }",
        TestName = "an interlocked counter")]
    [TestCase(
        "readonly SemaphoreSlim _gate = new(1); [Api(Effect = Effect.Reads)] public async Task<int> GetAsync(int x) { await "
        + "_gate.WaitAsync(); try { return x; } finally { _gate.Release(); } }",
        TestName = "a semaphore around a read")]
    [TestCase(
        "readonly System.Net.Http.HttpClient _h = new(); [Api(Effect = Effect.Reads)] public async Task<bool> GetAsync(string s) => "
        + "(await _h.PostAsync(s, null)).IsSuccessStatusCode;",
        TestName = "a question asked by POST")]
    [TestCase(
        "readonly System.Data.Common.DbCommand _c = null!; [Api(Effect = Effect.Reads)] public object? Get() => _c.ExecuteScalar();",
        TestName = "a database asked")]
    [TestCase(
        "readonly System.Diagnostics.Metrics.Counter<int> _calls = new "
        + "System.Diagnostics.Metrics.Meter(\"m\").CreateCounter<int>(\"c\"); [Api(Effect = Effect.None)] public int Get(int x) { "
        + "_calls.Add(1); return x; }",
        TestName = "a metric")]
    [TestCase("[Api(Effect = Effect.None)] public int Get(int x) { Console.WriteLine(x); return x; }", TestName = "a log")]
    [TestCase(
        "[ThreadStatic] static float[]? t_buffer; [Api(Effect = Effect.None)] public int Get(int x) { t_buffer = new float[x]; return x; }",
        TestName = "a thread's own buffer")]
    [TestCase("int _n; [Api(Effect = Effect.None)] public Action Get(int x) => () => _n = x;", TestName = "a lambda that may never run")]
    [TestCase(
        "int _n; void Note(int x) => _n = x; [Api(Effect = Effect.None)] public int Get(int x) { Note(x); return x; }",
        TestName = "a helper's business")]
    [TestCase(
        "[Api(Effect = Effect.None)] public float[] Get(float[] d) { var r = d.ToArray(); r[0] = 1; Array.Sort(r); return r; }",
        TestName = "a copy written")]
    [TestCase(
        "[Api(Effect = Effect.None)] public int Get(int x) { x++; var l = new List<int>(); l.Add(x); return l[0]; }",
        TestName = "variables and new objects")]
    [TestCase("int _n; public int Set(int x) => _n = x;", TestName = "no API")]
    public Task AnythingElse_IsSilent(string members) => Verify.VerifyAsync($"[Service] public partial class S {{ {members} }}");

    [TestCase("[Api] public void Keep(int x) { }", "await store.ToAsync.Keep(x);", TestName = "a command by its name only")]
    [TestCase("int _n; [Api] public int Get(int x) => _n = x;", "await store.ToAsync.Get(x);", TestName = "a command by its body only")]
    [TestCase(
        "[Api(Effect = Effect.Writes)] public void Keep(int x) { }",
        "Func<Task> later = () => store.ToAsync.Keep(x); await Task.Yield();",
        TestName = "a declared command that may never run")]
    public Task CallsThatAreNotPlainlyCommands_AreSilent(string api, string call) => Verify.VerifyAsync(
        $$"""
        [Service] public partial class Store { {{api}} }
        [Service] public partial class S(Store.Proxy store) { [Api(Effect = Effect.Reads)] public async Task<int> GetAsync(int x) { {{call}} return x; } }
        """);
}
