using Pipeline.Analyzers.Tests.Documentation;

namespace Pipeline.Analyzers.Tests.OddCode;

/// <summary>Code that is legal but rare, code that does not compile, and the code of the documentation.</summary>
internal static class OddSources
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        [Service] public partial class Model { [Api] public Task<float> PredictAsync(float[] row, CancellationToken ct = default) => Task.FromResult(row[0]); }

        public sealed record Caller(Model.Proxy Model)
        {
            public Func<float[], Task<float>> Call => async row => Model.Predict(row) + Model.ToAsync.Predict(row).Result;
            public string Name => nameof(Model.ToAsync.Predict) + nameof(Call);
            public float this[int i] { get => Model.Predict([i]); init => _ = Model.ToAsync.Predict([value]); }
            public static Caller operator +(Caller left, Caller right) => left with { Model = right.Model };
            ~Caller() => Model.Predict([]);

            public async IAsyncEnumerable<float> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
            {
                await using var scope = new Scope();
                foreach (var (i, row) in new[] { (1, new float[] { 1 }) })
                {
                    if (await Model.ToAsync.Predict(row, ct) is > 1 and var hit) yield return hit;
                    else yield return await Gather.All(Model.ToAsync.Predict(row, ct), Model.ToAsync.Predict(row, ct)) switch { (var a, _) => a };
                }
            }
        }

        public struct Scope : IAsyncDisposable { public ValueTask DisposeAsync() => default; }
        """,
        """
        public class Name { public Name(int number) { } public Name(string text) { } protected Name() { } }
        public sealed class Number(int number) : Name(number) { public int Value { get; set; } = number; }
        public sealed class Requests(System.Net.Http.HttpClient http)
        {
            public async Task<string> ReadAsync()
            {
                var number = new Number(1);
                var first = await http.GetStringAsync("/first");
                number.Value = first.Length;
                var other = new Number(2) { Value = 3 };
                var second = await http.GetStringAsync("/second");
                return second + number.Value + other.Value;
            }
        }
        """,
        """
        var model = default(Model.Proxy)!;
        Task<float> task = model.ToAsync.Predict([1]);
        goto end;
        start:
        Console.WriteLine(task.Result + model.Predict([1]) + await model.ToAsync.Predict([await model.ToAsync.Predict([1])]));
        end:
        if (args.Length > 0) goto start;
        async Task<float> Local() => await model.ToAsync.Predict([model.Predict([1])]);
        await foreach (var x in Items()) Console.WriteLine(x);
        lock (model) Console.WriteLine(Local().Result);
        async IAsyncEnumerable<int> Items() { yield return await Task.FromResult(1); }

        [Service] public partial class Model { [Api] public Task<float> PredictAsync(float[] row) => Task.FromResult(row[0]); }
        """,
        """
        [Service] public partial class A(B.Proxy b, Missing.Proxy m, Missing x, Proxy p, A.Proxy a, List<A.Proxy> many, dynamic d)
        {
            [Depends] public partial Missing.Proxy? Gone { get; init; }
            [Depends(Timeout = null!, Url = Nowhere)] public partial B.Proxy.Async Wrong { get; init; }
            [Api] public Missing<int> Get(Missing? a, ref Missing b, params Missing[] c) => default;
            [Api] public async Task<T> Generic<T>() where T : A => await b.ToAsync.Get<T>(Missing);
            [Api] void IMissing.Do() { }
            [Api(Timeout = "x" + 1, Name = nameof(Missing))] public extern int External();
            [OnStartup, OnShutdown] public Task<Missing> Start(params CancellationToken[] ct) => null;
            [Api] public static A operator +(A x, B y) => x;
        }
        [Service, Service(Name = 1)] public partial class B : B { [Api, Api] public int Get(int Get) => Get; [Api] public int Get => 1; }
        [Service] public partial interface I { [Api] int Get(); }
        [Service] public partial enum E { }
        [Service] public partial delegate void D();
        [Service] public partial struct S { [Api] public int Get() => 1; }
        """,
        """
        [Service] public partial class Circle(Circle.Proxy self) : Base<Circle> { }
        public abstract class Base<T> where T : Base<T> { [Api] public virtual T Self(T t, CancellationToken a, CancellationToken b) => t; [OnStartup] private void Go(T t) { } }
        [Service(Name = "Circle")] public sealed partial class Other(Circle.Proxy c) : Base<Other> { [Api] public override Other Self(Other t, CancellationToken a, CancellationToken b) => this; }
        namespace N { [Service] file partial class Circle(global::Circle.Proxy c, Other.Proxy o) { } }
        """,
        """
        [Service] public partial class Stream { [Api] public async IAsyncEnumerable<int> Items(int n) { await Task.Yield(); yield return n; } [Api] public unsafe int* P(int* p) => p; }
        public class Uses(Stream.Proxy s)
        {
            private readonly Task<int> _t = Task.FromResult(s.Items(1).First());
            public unsafe async Task Go()
            {
                foreach (var (a, b) in s.Items(1).Zip(from i in s.Items(2) join j in s.Items(3) on i equals j into g select g.Sum())) s.Items(a).ToList();
                fixed (int* p = new int[1]) { _ = s.Items(*p).Count(); }
                try { throw null!; } catch (Exception e) when (s.Items(1).Any() && e is { Message: var m }) { _ = s?.Items(1)?.ToArray()[^1]; }
                Span<int> span = [.. s.Items(1)]; span[0]++; ref int r = ref span[0]; r = s.Items(r).Max();
                _ = (await Task.WhenAny(_t)).GetAwaiter().GetResult(); var t = s.ToAsync; (var u, t) = (t.Items(1), t);
                System.Linq.Expressions.Expression<Func<int>> x = () => s.Items(1).Count(); checked { _ = x.Compile()() + 1; }
                switch (s) { case { ToAsync: var view } when view.Items(1) is not null: break; default: return; }
            }
        }
        """,
        .. Directory.GetFiles(DiagnosticPage.Folder, "PIPE*.md").Order().Select(static file => new DiagnosticPage(Path.GetFileNameWithoutExtension(file)).Code("Violation")),
    ];
}
