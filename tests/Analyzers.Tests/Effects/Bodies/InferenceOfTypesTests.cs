using Pipeline.Contract;

namespace Pipeline.Analyzers.Tests.Effects.Bodies;

public class InferenceOfTypesTests
{
    private const string Types =
        """
        record Point(int X, int Y) { public int Sum => X + Y; public Point Twice() => this with { X = X * 2, Y = Y * 2 }; }
        record Named(string Name, Point At) : Base(Name);
        record Base(string Label);
        struct Pair(int a, int b) { public int A = a, B = b; public void Swap() => (A, B) = (B, A); public static Pair operator +(Pair l, Pair r) => new(l.A + r.A, l.B + r.B); }
        class Request { public string Text { get; set; } = ""; public List<string> Tags { get; init; } = []; public Request? Inner { get; set; } }
        class Sum { private int _total; public int Total => _total; public void Add(int x) => _total += x; public virtual void Clear() => _total = 0; }
        sealed class Wrapper(int[] items) { public void Zero() => items[0] = 0; public int First => items[0]; }
        static class Counter { public static int Count; public static int Next() => ++Count; public static int Current() => Count; }
        class Loud { public Loud() => Counter.Next(); }
        class Louder : Loud;
        class Initialized { public int At = Counter.Next(); }
        class Lazily { static Lazily() => Counter.Next(); }
        class Outer { public Request Inner { get; } = new(); }
        interface IStep { int Go(int x); }
        sealed class Step : IStep { public int Go(int x) => x + 1; }
        class Temperature { public static implicit operator int(Temperature t) => Counter.Next(); public static implicit operator double(Temperature t) => 1; }
        class Bag : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { Counter.Next(); yield return 1; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
        class Parts { public void Deconstruct(out int a, out int b) { a = Counter.Next(); b = 1; } }
        class Custom { public int Value { get => 1; set => Counter.Count = value; } }
        record Taken(int A) { public void Deconstruct(out int a, out int b) { a = Counter.Next(); b = 1; } }
        class Halves { public int A, B; public void Deconstruct(out int a, out int b) { a = A; b = B; } }
        record Copied(int A) { protected Copied(Copied other) => A = Counter.Next(); }
        class Noisy { public override string ToString() => Counter.Next().ToString(); }
        class Compared { public override bool Equals(object? o) => Counter.Next() > 0; public override int GetHashCode() => 1; }
        class Money(int cents) { public override string ToString() => $"{Cents}"; public int Cents => cents; public override bool Equals(object? o) => o is Money m && m.Cents == Cents; public override int GetHashCode() => HashCode.Combine(Cents); }
        struct Truth { public static bool operator true(Truth t) => Counter.Next() > 0; public static bool operator false(Truth t) => false; public static Truth operator &(Truth l, Truth r) => l; }
        struct Degrees { public static implicit operator Degrees(int x) => Counter.Next() > 0 ? new() : default; public static bool operator ==(Degrees l, Degrees r) => Counter.Next() > 0; public static bool operator !=(Degrees l, Degrees r) => !(l == r); public override bool Equals(object? o) => false; public override int GetHashCode() => 1; }
        class Later { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() { Counter.Next(); return Task.CompletedTask.GetAwaiter(); } }
        class Loudly : IComparer<int> { public int Compare(int x, int y) => Counter.Next(); }
        class Window { public int Length => Counter.Next(); public int this[int i] => i; }
        class Counting { public int Value { get => Counter.Next(); set { } } }
        [System.Runtime.CompilerServices.CollectionBuilder(typeof(Heaps), "Make")] class Heap : Bag;
        static class Heaps { public static Heap Make(ReadOnlySpan<int> xs) { Counter.Next(); return new(); } }
        sealed class Failure(string message) : Exception(message);
        """;

    [TestCase("Point M(int x) => new(x, x);", TestName = "making a record")]
    [TestCase("Named M(int x) => new(\"a\", new(x, x));", TestName = "making a derived record")]
    [TestCase("int M(Point p) => p.X + p.Sum + p.Twice().Y;", TestName = "a record's members")]
    [TestCase("bool M(Point p, Point q) => p == q && p.Equals(q);", TestName = "a record's equality")]
    [TestCase("int M(Point p) { var (x, y) = p; return x + y; }", TestName = "taking a record apart")]
    [TestCase("int M(Halves h) { var (a, b) = h; return a + b; }", TestName = "a harmless deconstruction of its own")]
    [TestCase("string M(Money m) => $\"{m}\" + m + string.Concat(m, m);", TestName = "a harmless text of its own")]
    [TestCase("int M(Money[] ms, Money m) => ms.Distinct().Count() + Array.IndexOf(ms, m);", TestName = "a harmless equality of its own")]
    [TestCase("bool M((int, string) a, (int, string) b) => a == b;", TestName = "tuples compared")]
    [TestCase("Request M(string s) => new() { Text = s, Tags = [s], Inner = new() { Text = s } };", TestName = "initializing a new object")]
    [TestCase("Request M(string s) { var r = new Request(); r.Text = s; return r; }", TestName = "writing a new object")]
    [TestCase(
        "int M(int[] xs) { var s = new Sum(); foreach (var x in xs) s.Add(x); return s.Total; }",
        TestName = "calling what writes a new object")]
    [TestCase("int M(Pair p) { p.Swap(); p.A = 2; var q = p + p; q.B++; return q.A; }", TestName = "a struct's copies")]
    [TestCase("int M(int[] xs) => new Wrapper(xs).First;", TestName = "reading through a new object")]
    [TestCase("int M(int x) => new Step().Go(x);", TestName = "a sealed class behind no interface")]
    [TestCase("double M(Temperature t) => t;", TestName = "a harmless conversion")]
    [TestCase("int M(int x) => x > 0 ? x : throw new Failure(\"no\");", TestName = "throwing an exception of its own")]
    [TestCase("string M(Request r) => r.Text + r.Inner?.Text;", TestName = "reading an argument's properties")]
    [TestCase("int M(IStep s) => s.Go(1);", TestName = "an interface whose implementations are all here")]
    [TestCase("Outer M() => new() { Inner = { Text = \"\" } };", TestName = "initializing what came with a new object")]
    public void None(string member) => AssertEffect(member, ApiEffect.None);

    [TestCase("int M() => Counter.Current();", TestName = "a static through a call")]
    [TestCase("readonly Sum _sum = new(); int M() => _sum.Total;", TestName = "state of an object of its own")]
    public void Reads(string member) => AssertEffect(member, ApiEffect.Reads);

    [TestCase("int M() => Counter.Next();", TestName = "a static writer")]
    [TestCase("int M() { new Loud(); return 1; }", TestName = "a constructor that writes")]
    [TestCase("int M() => new Initialized().At;", TestName = "an initializer that writes")]
    [TestCase("readonly Sum _sum = new(); int M(int x) { _sum.Add(x); return x; }", TestName = "a writer on an object of its own")]
    [TestCase("int M(Sum s) { s.Add(1); return 1; }", TestName = "a writer on an argument")]
    [TestCase("int M(Request r) { r.Text = \"\"; return 1; }", TestName = "an argument's property")]
    [TestCase("int M(Request r) { r.Tags.Add(\"\"); return 1; }", TestName = "an argument's collection")]
    [TestCase("int M(Request r) { r.Inner!.Text = \"\"; return 1; }", TestName = "an argument's argument")]
    [TestCase("int M(Request r) { r?.Text = \"\"; return 1; }", TestName = "an argument's property, null-conditional")]
    [TestCase("int M(Wrapper w) { w.Zero(); return 1; }", TestName = "through a writer on an argument")]
    [TestCase("Pair _p; int M() { _p.Swap(); return 1; }", TestName = "a struct writing itself in a field")]
    [TestCase("int M(Temperature t) => t;", TestName = "a conversion that writes")]
    [TestCase("int M(Counting c) { c.Value++; return 1; }", TestName = "a getter that writes, incremented")]
    [TestCase("bool M(Parts p) => p is (1, _);", TestName = "a pattern that deconstructs")]
    [TestCase("int M(Parts[] ps) { foreach (var (a, b) in ps) return a; return 0; }", TestName = "a deconstruction of its own in a loop")]
    [TestCase("int M(Taken t) { var (a, b) = t; return a; }", TestName = "a record's deconstruction of its own")]
    [TestCase("int M(Parts p) { var (a, b) = p; return a; }", TestName = "a deconstruction of its own")]
    [TestCase("int M(Parts p) { var ((a, b), c) = (p, 1); return a; }", TestName = "a deconstruction of its own inside a tuple")]
    [TestCase("Copied M(Copied c) => c with { A = 2 };", TestName = "a copy constructor that writes")]
    [TestCase("int M(Truth t) => t && t ? 1 : 2;", TestName = "a truth that writes")]
    [TestCase(
        "Degrees M(int[] xs) { foreach (Degrees d in xs) return d; return default; }",
        TestName = "a loop variable converted by what writes")]
    [TestCase("Degrees[] M(int[] xs) => [.. xs];", TestName = "spread items converted by what writes")]
    [TestCase("Degrees M(int? x, Degrees d) => x ?? d;", TestName = "a coalesced value converted by what writes")]
    [TestCase("int? _first; int M(int x) => _first ??= x;", TestName = "the first argument remembered")]
    [TestCase(
        "int? _first; int M(int x) { var y = x + 1; return _first ??= y; }",
        TestName = "what comes from the first argument remembered")]
    [TestCase("int M(Custom c) { c.Value = 3; return 1; }", TestName = "a setter that writes a static")]
    [TestCase("int M(Sum s) { s.Clear(); return 1; }", TestName = "a virtual member")]
    [TestCase("object M() => new Louder();", TestName = "a base constructor that writes")]
    public void Writes(string member) => AssertEffect(member, ApiEffect.Writes);

    [TestCase("int M(int[] xs) { new Wrapper(xs).Zero(); return 1; }", TestName = "writing through a new object what it holds")]
    [TestCase("object M() => new Lazily();", TestName = "a static constructor")]
    [TestCase("int M(Bag b) { foreach (var x in b) return x; return 0; }", TestName = "an enumerator of its own")]
    [TestCase("int M(Bag b) => b.Sum();", TestName = "an enumerator of its own in LINQ")]
    [TestCase("int[] M(Bag b) => [.. b];", TestName = "an enumerator of its own spread")]
    [TestCase("string M(Bag b) => string.Join(',', b);", TestName = "an enumerator of its own joined")]
    [TestCase("int[] M(int[] xs) => xs.OrderBy(x => x, new Loudly()).ToArray();", TestName = "a comparer of its own")]
    [TestCase("string M(Noisy n) => $\"{n}\";", TestName = "a text of its own interpolated")]
    [TestCase("string M(Noisy n) => \"\" + n;", TestName = "a text of its own joined")]
    [TestCase("string M(Noisy[] ns) => string.Join(',', ns.AsEnumerable());", TestName = "texts of their own joined")]
    [TestCase("int M(List<Compared> cs, Compared c) => cs.IndexOf(c);", TestName = "an equality of its own")]
    [TestCase("int M(Compared[] cs) => cs.Distinct().Count();", TestName = "an equality of its own in LINQ")]
    [TestCase("bool M((Degrees, int) a, (Degrees, int) b) => a == b;", TestName = "an equality of its own in a tuple")]
    [TestCase("(Degrees, int) M((int, int) a) => a;", TestName = "a conversion of its own in a tuple")]
    [TestCase("int[] M(int[] xs, Comparer<int> c) => xs.OrderBy(x => x, c).ToArray();", TestName = "a derived comparer it was given")]
    [TestCase("int[] M(IQueryable<int> xs) => xs.ToArray();", TestName = "a query of somebody's")]
    [TestCase("async Task<int> M(Later l) { await l; return 1; }", TestName = "an awaiter of its own")]
    [TestCase("Heap M(int x) => [x];", TestName = "a collection builder of its own")]
    [TestCase("int M(Window w) => w[^1];", TestName = "an index from the end of its own")]
    [TestCase("bool M(Window w) => w is [1, ..];", TestName = "a list pattern of its own")]
    public void Unknown(string member) => AssertEffect(member, ApiEffect.Unknown);

    private static void AssertEffect(string member, ApiEffect expected)
    {
        var effect = Inferred.OfMembers(member, Types);

        Assert.That(effect.Effect, Is.EqualTo(expected), effect.Reason);
    }
}
