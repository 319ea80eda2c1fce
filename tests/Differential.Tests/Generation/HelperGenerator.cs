namespace Pipeline.Differential.Generation;

/// <summary>A service in source that declares no effect: what its APIs do to the world has to be read off their bodies.</summary>
internal static class HelperGenerator
{
    private static readonly string[] Names = ["GetLevel", "Alpha", "ComputeTotal", "FindLevel", "Beta", "CountHits", "UpdateLevel", "PredictNext"];

    public static string NameFor(string typeName) => $"{typeName}Helper";

    /// <summary>Four APIs that take a number or an object and return a number.</summary>
    public static (IReadOnlyList<(string Name, string Parameter)> Apis, string Text) Create(Choice choice, string typeName)
    {
        var first = choice.Below(Names.Length);
        (string Name, string Parameter)[] apis =
            [.. Enumerable.Range(0, 4).Select(index => (Names[(first + (3 * index)) % Names.Length], choice.Chance(30) ? "Box" : "int"))];
        var methods = apis.Select(api => $$"""
                [Api]
                public async Task<int> {{api.Name}}Async({{(api.Parameter == "int" ? "int x" : "Box box")}}, CancellationToken ct) {{choice.Of(HelperBodies.Of(api.Parameter))}}

            """);
        return (apis, $$"""

            [Service]
            public partial class {{NameFor(typeName)}}(Model.Proxy model, Catalog.Proxy catalog, Ledger.Proxy ledger, Gpu.Proxy gpu, Press.Proxy press)
            {
                private static int s_shared;
                private readonly int _factor = 2;
                private readonly int[] _table = [1, 2, 3];
                private readonly int[] _keys = [3, 1, 2];
                private readonly List<int> _seen = [4, 2];
                private readonly Tally[] _tallies = [new(), new()];
                private readonly Dictionary<int, Tally> _byId = new() { [1] = new(), [2] = new(), [3] = new() };
                private readonly Dictionary<int, int> _counts = [];
                private readonly Queue<int> _queue = new([5, 6, 7]);
                private readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> _shared = [];
                private readonly System.Text.StringBuilder _text = new();
                private readonly Random _random = new(5);
                private readonly IEnumerator<int> _numbers = ((IEnumerable<int>)new List<int> { 4, 1, 5, 2, 6, 3 }).GetEnumerator();
                private int _count;
                private int _other;
                private Four _four;
                private Task<int>? _memo;

                private event Action<int>? Asked = static n => s_shared += n;

                private int Level { get; set; }

                private ref int First => ref _table[0];

            {{string.Concat(methods)}}
                protected virtual void OnAsked(int x) => _count += x;

                private void Touch() => _count++;

                private static void Raise(ref int value) => value++;

                private static void Mark(Box box) => box.Value++;

                private ref int At(int index) => ref _table[index];

                private IEnumerable<int> Counted()
                {
                    yield return _count++;
                    yield return _count;
                }

                private sealed class Tally
                {
                    public int Hits;

                    public override string ToString() => $"{Hits}";
                }

                [System.Runtime.CompilerServices.InlineArray(4)]
                private struct Four
                {
                    private int _first;

                    public override readonly string ToString() => $"{_first}";
                }
            }

            """);
    }
}
