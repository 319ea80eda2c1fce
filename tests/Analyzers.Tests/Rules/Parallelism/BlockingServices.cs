namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

/// <summary>The services that the blocking code of these tests calls.</summary>
internal static class BlockingServices
{
    private const string Declarations = """

        [Service]
        public partial class Model
        {
            [Api] public float Predict(float[] data) => data[0];
            [Api] public IEnumerable<int> Rows(int count) => [count];
        }

        [Service]
        public partial class Client
        {
            [Api] public Task<float> GetAsync(float[] data, CancellationToken ct = default) => Task.FromResult(data[0]);
            [Api] public Task<float> LoadAsync(CancellationToken ct, string key, int retries = 3) => Task.FromResult(0f);
            [Api] public Task<string?> FindAsync(string key) => Task.FromResult<string?>(key);
            [Api] public ValueTask SaveAsync(string key) => default;
            [Api] public Task<int> SumAsync(CancellationToken ct, params int[] values) => Task.FromResult(values.Length);
            [Api] public async IAsyncEnumerable<int> ItemsAsync(int count) { await Task.Yield(); yield return count; }
        }

        """;

    /// <summary>A class holding a proxy of each, around the members given.</summary>
    public static string Caller(string members) => $$"""
        public class Caller(Model.Proxy model, Client.Proxy client)
        {
            private object Held => (model, client);

        {{members}}
        }
        {{Declarations}}
        """;

    /// <summary>An async method of that class with the statements given.</summary>
    public static string AsyncMethod(string statements) => Caller($$"""
            public async Task RunAsync(float[] data)
            {
                await Task.Yield();
        {{statements}}
            }
        """);
}
