using Pipeline.Contract;

namespace Pipeline.Analyzers.Tests.Effects.Bodies;

public class InferenceTests
{
    [TestCase("int M(int x) => x + 1;", TestName = "arithmetic")]
    [TestCase("float M(float[] d) => d[0] * MathF.Sqrt(d[1]);", TestName = "reading an argument's elements")]
    [TestCase(
        "float M(float[] d) { float sum = 0; foreach (var x in d) sum += x; return sum / d.Length; }",
        TestName = "a loop over an argument")]
    [TestCase("float M(float[] d) { float sum = 0; for (int i = 0; i < d.Length; i++) sum += d[i]; return sum; }", TestName = "a for loop")]
    [TestCase("string M(string s) => s.Trim().ToUpperInvariant() + s[..1] + $\"{s.Length}\";", TestName = "strings")]
    [TestCase("string[] M(string s) => s.Split(' ', StringSplitOptions.RemoveEmptyEntries);", TestName = "splitting")]
    [TestCase("int M(List<int> xs) => xs.Where(x => x > 0).Select(x => x * 2).OrderBy(x => x).Sum();", TestName = "LINQ with pure lambdas")]
    [TestCase("List<int> M(int[] xs) => (from x in xs where x > 1 select x).ToList();", TestName = "query syntax")]
    [TestCase(
        "List<int> M(int n) { var r = new List<int>(); for (int i = 0; i < n; i++) r.Add(i); return r; }",
        TestName = "filling a new list")]
    [TestCase(
        "float[] M(float[] d) { var r = new float[d.Length]; for (int i = 0; i < r.Length; i++) r[i] = d[i] * 2; return r; }",
        TestName = "filling a new array")]
    [TestCase("float[] M(float[] d) { var r = d.ToArray(); Array.Sort(r); r[0]++; return r; }", TestName = "sorting a copy")]
    [TestCase("float[] M(float[] d) { var r = (float[])d.Clone(); Array.Reverse(r); return r; }", TestName = "reversing a clone")]
    [TestCase("protected virtual int Step(int x) => x; int M(int x) => Step(x);", TestName = "a method that nobody overrides")]
    [TestCase("int A(int x) => B(x); int B(int x) => A(x); int M(int x) => A(x);", TestName = "a cycle")]
    [TestCase("int M(int x) { var l = new List<List<int>> { new() }; l[0].Add(x); return 1; }", TestName = "what lies inside a new object")]
    [TestCase(
        "float[] M(float[] d) { var r = new float[9]; Array.Copy(d, r, 9); d.AsSpan().CopyTo(r); return r; }",
        TestName = "copying into a new array")]
    [TestCase(
        "Dictionary<string, int> M(string[] s) { var r = new Dictionary<string, int>(); foreach (var w in s) r[w] = "
        + "r.GetValueOrDefault(w) + 1; return r; }",
        TestName = "counting into a new dictionary")]
    [TestCase(
        "string M(string[] s) { var b = new System.Text.StringBuilder(); foreach (var w in s) b.Append(w).Append(' '); return "
        + "b.ToString(); }",
        TestName = "building a string")]
    [TestCase(
        "float M(float[] d) { d = d.ToArray(); var first = d[0]; return first; }",
        TestName = "a parameter made to hold something else")]
    [TestCase("int M(int x) { x++; x += 2; return x; }", TestName = "writing a parameter's own variable")]
    [TestCase("(int, int) M(int x) { var (a, b) = (x, x + 1); (a, b) = (b, a); return (a, b); }", TestName = "tuples")]
    [TestCase(
        "int M(object o) => o switch { int i => i, string { Length: > 3 } s => s.Length, null => 0, _ => 1 };",
        TestName = "patterns")]
    [TestCase(
        "int M(string s) => int.TryParse(s, out var n) ? n : throw new ArgumentException(\"no\", nameof(s));",
        TestName = "parsing and throwing")]
    [TestCase(
        "int M(string? s) { ArgumentNullException.ThrowIfNull(s); try { return int.Parse(s); } catch (FormatException e) when "
        + "(e.Message.Length > 0) { return 0; } }",
        TestName = "guards and handlers")]
    [TestCase("Task<int> M(int x) => Task.FromResult(x);", TestName = "a finished task")]
    [TestCase(
        "async Task<int> M(int x, CancellationToken ct) { await Task.Delay(10, ct).ConfigureAwait(false); "
        + "ct.ThrowIfCancellationRequested(); return x; }",
        TestName = "waiting")]
    [TestCase("async Task<int> M(int x) { int r = 0; await Task.Run(() => r = x); return r; }", TestName = "a local written from a lambda")]
    [TestCase("IEnumerable<int> M(int n) { for (int i = 0; i < n; i++) yield return i; }", TestName = "an iterator")]
    [TestCase(
        "int M(int x) { int Twice(int y) => y * 2; Func<int, int> f = y => y + 1; return f(Twice(x)); }",
        TestName = "functions of its own")]
    [TestCase("int M(int n) => n < 2 ? 1 : n * M(n - 1);", TestName = "calling itself")]
    [TestCase(
        "readonly int _bias = 3; const int Scale = 2; static readonly string Name = \"n\"; int M(int x) => x * Scale + _bias + "
        + "Name.Length;",
        TestName = "constants of its own")]
    [TestCase(
        "readonly System.Collections.Immutable.ImmutableArray<float> _w = []; float M(int i) => _w[i];",
        TestName = "immutable state")]
    [TestCase(
        "readonly System.Text.RegularExpressions.Regex _r = new(\"a\"); bool M(string s) => _r.IsMatch(s);",
        TestName = "a regular expression")]
    [TestCase("int Offset { get; } = 2; int M(int x) => x + Offset;", TestName = "a get-only property")]
    [TestCase(
        "static float Norm(float[] d) => MathF.Sqrt(d.Sum(x => x * x)); float M(float[] d) => Norm(d);",
        TestName = "a helper of its own")]
    [TestCase("static float Norm(float x) => x * x; float M(float[] d) => d.Select(Norm).Sum();", TestName = "a helper as a method group")]
    [TestCase("DateTime M(DateTime t) => t.AddDays(1) - TimeSpan.FromHours(2);", TestName = "dates without a clock")]
    [TestCase("int M(int[] xs) { lock (xs) { return xs.Max(); } }", TestName = "a lock")]
    [TestCase("Action M(int x) { Action f = () => { x = 3; }; return f; }", TestName = "a lambda over a parameter")]
    [TestCase(
        "double M(double[] xs) { Span<double> s = new double[3]; s[0] = xs[0]; s.Fill(2); return s[0]; }",
        TestName = "a span over a new array")]
    [TestCase("int[][] M(int n) { int[][] r = [[n], [1, .. new[] { 2 }]]; return r; }", TestName = "collection expressions")]
    [TestCase("string M(int? x) => x?.ToString() ?? \"none\";", TestName = "nullable values")]
    [TestCase("int M(int x) => checked(x + 1) << 2;", TestName = "checked arithmetic")]
    [TestCase("object M(int x) => new { A = x, B = typeof(int), C = nameof(x), D = default(string) };", TestName = "an anonymous object")]
    [TestCase("byte[] M(byte[] b) => System.Security.Cryptography.SHA256.HashData(b);", TestName = "hashing")]
    [TestCase(
        "string[] M(string[] xs) => xs.Distinct(StringComparer.Ordinal).OrderBy(x => x, Comparer<string>.Default).ToArray();",
        TestName = "the framework's comparers")]
    [TestCase(
        "int M(int[] xs) { Func<int, int> twice = x => x * 2; return xs.Select(twice).Sum(); }",
        TestName = "a lambda of its own passed on")]
    [TestCase("string M(string s) { try { return s; } finally { s = \"\"; } }", TestName = "finally")]
    [TestCase(
        "int M(int x) { var own = new int[2]; ref var slot = ref own[1]; slot = x; return slot; }",
        TestName = "an own array through a local by reference")]
    public void None_WhenTheBodyTouchesNothingButItsArguments(string members) => AssertEffect(members, ApiEffect.None);

    [TestCase("int _count; int M() => _count;", TestName = "a field that can change")]
    [TestCase("static int s_count; int M() => s_count;", TestName = "a static that can change")]
    [TestCase("readonly List<int> _xs = []; int M() => _xs.Count;", TestName = "a collection's contents")]
    [TestCase("readonly float[] _w = [1]; float M(int i) => _w[i];", TestName = "an array's elements")]
    [TestCase(
        "readonly Dictionary<int, string> _d = []; string M(int i) => _d.TryGetValue(i, out var s) ? s : \"\";",
        TestName = "a lookup")]
    [TestCase("int Count { get; set; } int M() => Count;", TestName = "a property that can change")]
    [TestCase("int _n; int N => _n + 1; int M() => N;", TestName = "a property's body")]
    [TestCase("DateTime M() => DateTime.UtcNow;", TestName = "the clock")]
    [TestCase("string M(string path) => System.IO.File.ReadAllText(path);", TestName = "a file")]
    [TestCase("readonly List<int> _xs = []; IEnumerable<int> M() => _xs.Where(x => x > 0);", TestName = "LINQ over its own state")]
    [TestCase(
        "readonly List<int> _xs = []; int[] M() { lock (_xs) { var copy = _xs.ToArray(); Array.Sort(copy); return copy; } }",
        TestName = "a sorted copy of its own state")]
    [TestCase("readonly Lazy<int> _l = new(() => 3); int M() => _l.Value;", TestName = "a lazy value")]
    public void Reads_WhenTheBodyLooksAtWhatMayChange(string members) => AssertEffect(members, ApiEffect.Reads);

    [TestCase("int _count; int M() => ++_count;", "_count", TestName = "counting")]
    [TestCase("int _count; int M() { _count += 2; return 1; }", "_count", TestName = "adding")]
    [TestCase("static int s_last; int M(int x) => s_last = x;", "s_last", TestName = "a static")]
    [TestCase("int _a, _b; void M(int x) => (_a, _b) = (x, x);", "_a", TestName = "deconstructing into fields")]
    [TestCase("int Last { get; set; } int M(int x) { Last = x; return x; }", "Last", TestName = "a property")]
    [TestCase("readonly List<int> _xs = []; int M(int x) { _xs.Add(x); return x; }", "_xs", TestName = "adding to a collection")]
    [TestCase("readonly Dictionary<int, int> _d = []; int M(int x) => _d[x] = 1;", "_d", TestName = "a dictionary's entry")]
    [TestCase(
        "readonly float[] _buffer = new float[9]; float M(float x) { _buffer[0] = x; return x; }",
        "_buffer",
        TestName = "a scratch buffer")]
    [TestCase(
        "readonly float[] _buffer = new float[9]; float M() { Array.Clear(_buffer); return 1; }",
        "_buffer",
        TestName = "clearing an array")]
    [TestCase(
        "readonly float[] _buffer = new float[9]; float M(float[] d) { d.CopyTo(_buffer, 0); return 1; }",
        "_buffer",
        TestName = "copying into an array")]
    [TestCase("float M(float[] d) { d[0] = 1; return d[1]; }", "d", TestName = "an argument's element")]
    [TestCase("float M(float[] d) { Array.Sort(d); return d[0]; }", "d", TestName = "sorting an argument")]
    [TestCase("float M(float[] d) { var alias = d; alias[0] = 1; return d[1]; }", "alias", TestName = "an argument by another name")]
    [TestCase("float M(float[] d) { var view = d.AsSpan(1); view[0] = 1; return d[1]; }", "view", TestName = "an argument through a span")]
    [TestCase("float M(float[] d) { new Span<float>(d).Fill(1); return d[1]; }", "", TestName = "an argument through a new span")]
    [TestCase("int M(List<int> xs) { xs.Clear(); return 0; }", "xs", TestName = "clearing an argument")]
    [TestCase("int M(List<int> xs) { xs?.Clear(); return 0; }", "", TestName = "clearing an argument that may be null")]
    [TestCase("int _n; int M(int x) { Action set = () => _n = x; set(); return x; }", "_n", TestName = "a field from a lambda")]
    [TestCase("int _n; int M(int x) { void Set() => _n = x; Set(); return x; }", "_n", TestName = "a field from a local function")]
    [TestCase("int _n; void Set(int x) => _n = x; int M(int x) { Set(x); return x; }", "Set", TestName = "through a helper")]
    [TestCase(
        "static void Zero(float[] d) => d[0] = 0; float M(float[] d) { Zero(d); return d[1]; }",
        "Zero",
        TestName = "an argument through a helper")]
    [TestCase("event Action? Done; int M(Action a) { Done += a; return 1; }", "Done", TestName = "an event")]
    [TestCase("struct P { public int X; } P _p; int M() { _p.X = 1; return 2; }", "_p", TestName = "a struct's field in a field")]
    [TestCase("int _n; int M(string s) { int.TryParse(s, out _n); return 2; }", "_n", TestName = "a field as out argument")]
    [TestCase(
        "readonly int[] _t = [1, 2]; int M(int x) { ref var slot = ref _t[1]; slot = x; return x; }",
        "_t",
        TestName = "an element through a local by reference")]
    [TestCase(
        "int _n; int M(int x) { ref int n = ref _n; ref int same = ref n; same++; return x; }",
        "_n",
        TestName = "a field through two locals by reference")]
    [TestCase("int _n; int M() => Interlocked.Increment(ref _n) is var x ? 2 : 3;", "_n", TestName = "an interlocked counter")]
    [TestCase(
        "int _n; int M(int x) { var own = 1; ref int n = ref own; n = ref _n; n = x; return x; }",
        "_n",
        TestName = "a local by reference that is bound anew")]
    [TestCase(
        "int M(List<List<int>> xss) { var first = xss.First(); first.Add(1); return 1; }",
        "first",
        TestName = "an item that LINQ gives")]
    [TestCase(
        "int _n; object M(object o) { Console.WriteLine(o); _n = 1; return o.ToString()!; }",
        "_n",
        TestName = "a write beside something unknown")]
    public void Writes_WhenTheBodyChangesWhatOutlivesIt(string members, string named)
    {
        var effect = Inferred.OfMembers(members);

        Assert.That(effect.Effect, Is.EqualTo(ApiEffect.Writes), effect.Reason);
        Assert.That(effect.Reason, Does.Contain(named));
    }

    [TestCase("int M(int x) { Console.WriteLine(x); return x; }", TestName = "a call of something unknown")]
    [TestCase("int M(Func<int> f) => f();", TestName = "a delegate it was given")]
    [TestCase("int M(IList<IDisposable> xs) { xs[0].Dispose(); return 1; }", TestName = "an interface")]
    [TestCase("Guid M() => Guid.NewGuid();", TestName = "a new identity")]
    [TestCase("int _n; int M() { foo(ref _n); return 2; static void foo(ref int x) => x = 1; }", TestName = "a field by reference")]
    [TestCase("float[]? _w; float M(int i) => (_w ??= new float[9])[i];", TestName = "a result remembered")]
    [TestCase("int M(int[] xs, Func<int, int> f) => xs.Select(f).Sum();", TestName = "a delegate passed on")]
    [TestCase(
        "int M(List<int> xs, Comparison<int> c) => xs.ToArray().Length + Enumerable.Range(0, 3).OrderBy(x => x, "
        + "Comparer<int>.Create(c)).First();",
        TestName = "a delegate in a comparer")]
    [TestCase("int[] M(int[] xs, IComparer<int> c) => xs.OrderBy(x => x, c).ToArray();", TestName = "a comparer it was given")]
    [TestCase("dynamic M(dynamic d) => d.Foo();", TestName = "dynamic")]
    [TestCase(
        "int M(int[] xs) { foreach (var x in (System.Collections.IEnumerable)new C()) return 1; return 2; } class C : "
        + "System.Collections.IEnumerable { public System.Collections.IEnumerator GetEnumerator() => null!; }",
        TestName = "an unknown enumerator")]
    [TestCase("int M(System.IO.Stream s) { using (s) return 1; }", TestName = "disposing")]
    [TestCase(
        "async IAsyncEnumerable<int> M(IAsyncEnumerable<int> xs) { await foreach (var x in xs) yield return x; }",
        TestName = "a live source")]
    [TestCase("int M() => Random.Shared.Next();", TestName = "a shared random number")]
    [TestCase("readonly Random _r = new(); int M() => _r.Next();", TestName = "a random number")]
    public void Unknown_WhenTheBodyDoesNotDecide(string members) => AssertEffect(members, ApiEffect.Unknown);

    private static void AssertEffect(string members, ApiEffect expected)
    {
        var effect = Inferred.OfMembers(members);

        Assert.That(effect.Effect, Is.EqualTo(expected), effect.Reason);
    }
}
