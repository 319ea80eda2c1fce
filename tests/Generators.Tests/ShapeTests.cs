namespace Pipeline.Generators.Tests;

public sealed class ShapeTests
{
    [Test]
    public void SyncApis() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        [Service]
        public partial class ModelA
        {
            /// <summary>Scores one row.</summary>
            [Api] public float Predict(float[] data) => data.Length;

            [Api] public void Reset() { }

            [Api] public int Count(string text, CancellationToken ct, int limit = 3) => limit;
        }
        """);

    [Test]
    public void AsyncApis() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        [Service(Name = "model-b", Effect = Effect.Reads, Instances = 2, Concurrency = 3, QueueLimit = 0, Timeout = "1.5s")]
        public partial class ModelB
        {
            [Api(Name = "score", Effect = Effect.None, Idempotent = true, Timeout = "250ms")]
            public async Task<float> PredictAsync(float[] data, CancellationToken ct) { await Task.Yield(); return data.Length; }

            [Api] public Task SaveAsync(string key) => Task.CompletedTask;

            [Api] public ValueTask FlushAsync(CancellationToken cancellationToken = default) => default;

            [Api] public ValueTask<int> CountAsync() => new(1);
        }
        """);

    [Test]
    public void Streams() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        [Service]
        public partial class Scanner
        {
            [Api] public IEnumerable<int> Range(int count, CancellationToken ct) => Enumerable.Range(0, count);

            [Api] public IEnumerable<string> Words() => [];

            [Api]
            public async IAsyncEnumerable<float> ScanAsync(
                IAsyncEnumerable<float> samples, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
            {
                await foreach (float sample in samples.WithCancellation(ct))
                    yield return sample;
            }

            [Api] public async IAsyncEnumerable<int> Ticks() { await Task.Yield(); yield return 1; }
        }
        """);

    [Test]
    public void Params() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        [Service]
        public partial class Joiner
        {
            [Api] public string Join(string separator = ", ", params string[] parts) => string.Join(separator, parts);

            [Api] public Task<int> SumAsync(CancellationToken ct, params IEnumerable<int> numbers) => Task.FromResult(numbers.Sum());
        }
        """);

    [Test]
    public void DefaultValues() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        public enum Mode : byte { Fast = 1, Slow = 2 }
        [Flags] public enum Bits { A = 1, B = 2 }
        public struct Point { public int X; }

        [Service]
        public partial class Defaults
        {
            [Api] public void Numbers(
                sbyte a = -1, byte b = 2, short c = short.MinValue, ushort d = 3, int e = int.MinValue, uint f = uint.MaxValue,
                long g = long.MinValue, ulong h = ulong.MaxValue, nint i = -5, nuint j = 6) { }

            [Api] public void Reals(
                float a = 0.1f, double b = 1e300, decimal c = 1.10m, float d = float.NaN, double e = double.PositiveInfinity,
                double f = double.NegativeInfinity, double g = -0.0, float h = float.Epsilon, double i = double.MaxValue,
                decimal j = decimal.MinValue) { }

            [Api] public void Texts(string a = "\"\\\n\t\0\u2028\ud800", char b = '\'', char c = '\uffff', string? d = null, char e = '\ud800', string f = "") { }

            [Api] public void Others(
                bool a = true, Mode b = Mode.Slow, Mode c = (Mode)9, Bits d = Bits.A | Bits.B, Point e = default,
                DateTime f = default, Guid g = new Guid(), object? h = null) { }

            [Api] public void Nullables(int? a = 1, Mode? b = Mode.Fast, Point? c = null, char? d = 'x', decimal? e = 2m, bool? f = null) { }
        }
        """);

    [Test]
    public void Keywords() => GeneratorVerifier.Verify("""
        namespace @namespace.@class
        {
            [Pipeline.Service]
            public partial class @event
            {
                [Pipeline.Api] public int @int(int @class, string @event, int @await, int @field = 1) => @class;
                [Pipeline.Api] public Task<int> @returnAsync(int call, int Self, int service, int token, int exception, int proxy, int _proxy, int Service, int cancellationToken, int Item1, int Rest, int _) => Task.FromResult(_);
                [Pipeline.Api] public async IAsyncEnumerable<@event> whereAsync(int call, int token, int Item2, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken @default) { await Task.Yield(); yield return this; }
                [Pipeline.Api] public void service() { }
                [Pipeline.Api] public void LocalProxy() { }
            }

            [Pipeline.Service]
            public partial class @record(@event.Proxy @event)
            {
                [Pipeline.Depends] public partial @event.Proxy @readonly { get; init; }
                [Pipeline.Api] public void Run() => @event.@int(1, "", 2);
            }
        }
        """);

    [Test]
    public void Nesting() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        public static partial class Outer
        {
            internal readonly partial struct Middle
            {
                public partial record Inner
                {
                    public partial record struct Deep
                    {
                        internal partial interface IDeeper
                        {
                            [Service] internal sealed partial class Model { [Api] public int Run() => 1; }
                        }
                    }
                }
            }

            [Service] private partial class Hidden(Middle.Inner.Deep.IDeeper.Model.Proxy model) { [Api] private int Run() => model.Run(); }
        }
        """);

    [Test]
    public void Overloads() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        [Service]
        public partial class Many
        {
            [Api] public int Get(int id) => id;
            [Api] public Task<int> GetAsync(string id, CancellationToken ct) => Task.FromResult(1);
            [Api] public (int Count, string? Name) Get(List<(int A, string? B)> items, Dictionary<string, dynamic?>? map) => default;
            [Api] public dynamic? Get(dynamic? any) => any;
            [Api] public int[,][]? Get(int[][,] cubes, Func<string?, Task<int?>>? f) => null;
        }
        """);
}
