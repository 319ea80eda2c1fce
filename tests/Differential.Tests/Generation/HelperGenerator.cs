namespace Pipeline.Differential.Generation;

/// <summary>A service in source that declares no effect: what its APIs do to the world has to be read off their bodies.</summary>
internal static class HelperGenerator
{
    private static readonly string[] Names = ["Alpha", "Beta", "Gamma", "GetLevel", "FindLevel", "ComputeLevel", "UpdateLevel", "ResetLevel"];

    private static readonly string[] Bodies =
    [
        // Computes, or asks others.
        "{ await Task.CompletedTask; return x * _factor; }",
        "=> await model.ToAsync.Predict(x, ct) + _factor;",
        "=> (await catalog.ToAsync.Find(x, ct)).Id;",
        "{ var found = await catalog.ToAsync.Find(x, ct); return await model.ToAsync.Score(found, ct); }",
        "{ try { return await ledger.ToAsync.Apply(x, ct); } catch (TimeoutException) { return -1; } }",
        "{ var sum = 0; foreach (var item in _table) sum += item; return sum + await model.ToAsync.Predict(x, ct); }",
        "{ var scratch = new int[3]; scratch[1] = x; return await model.ToAsync.Blend(scratch, 2, ct); }",
        "{ var local = x; Action bump = () => local++; bump(); return await model.ToAsync.Predict(local, ct); }",

        // Reads what others write.
        "=> await model.ToAsync.Predict(x, ct) + _count;",
        "=> await model.ToAsync.Predict(x, ct) + _table[0];",
        "=> await model.ToAsync.Predict(x, ct) + s_shared;",
        "=> await model.ToAsync.Predict(x, ct) + _seen.Count;",
        "=> await model.ToAsync.Predict(x, ct) + Level;",

        // Writes.
        "{ var n = await model.ToAsync.Predict(x, ct); _count += n; return n; }",
        "{ _count++; return await model.ToAsync.Predict(x, ct); }",
        "{ Touch(); return await model.ToAsync.Predict(x, ct); }",
        "{ _table[0] = x; return await model.ToAsync.Predict(x, ct); }",
        "{ s_shared += x; return await model.ToAsync.Predict(x, ct); }",
        "{ Action bump = () => _count++; bump(); return await model.ToAsync.Predict(x, ct); }",
        "{ _seen.Add(x); return await model.ToAsync.Predict(x, ct); }",
        "{ Level = x; return await model.ToAsync.Predict(x, ct); }",
        "{ void Bump() => _count += 2; Bump(); return await model.ToAsync.Predict(x, ct); }",
        "{ ref var slot = ref _table[1]; slot = x; return await model.ToAsync.Predict(x, ct); }",
        "{ var alias = _table; alias[2]++; return await model.ToAsync.Predict(x, ct); }",
        "=> await ledger.ToAsync.GetNext(x, ct);",
        "{ await ledger.ToAsync.Post(x, ct); return x; }",
    ];

    /// <summary>Writes that a reader of the body cannot be sure of. Then the API's own name decides, so it must not promise a query.</summary>
    private static readonly string[] UndecidedBodies =
    [
        "=> await catalog.ToAsync.Frobnicate(x, ct);",
        "{ Interlocked.Increment(ref _count); return await model.ToAsync.Predict(x, ct); }",
        "{ Raise(ref _count); return await model.ToAsync.Predict(x, ct); }",
        "=> await (_memo ??= model.ToAsync.Predict(x, ct));",
    ];

    public static string NameFor(string typeName) => $"{typeName}Helper";

    /// <summary>Four APIs that take and return a number.</summary>
    public static (IReadOnlyList<string> Apis, string Text) Create(Choice choice, string typeName)
    {
        var first = choice.Below(Names.Length);
        string[] apis = [.. Enumerable.Range(0, 4).Select(index => Names[(first + (3 * index)) % Names.Length])];
        var methods = apis.Select(api => $$"""
                [Api]
                public async Task<int> {{api}}Async(int x, CancellationToken ct) {{Body(choice, api)}}

            """);
        return (apis, $$"""

            [Service]
            public partial class {{NameFor(typeName)}}(Model.Proxy model, Catalog.Proxy catalog, Ledger.Proxy ledger)
            {
                private static int s_shared;
                private readonly int _factor = 2;
                private readonly int[] _table = [1, 2, 3];
                private readonly List<int> _seen = [];
                private int _count;
                private Task<int>? _memo;

                private int Level { get; set; }

            {{string.Concat(methods)}}
                private void Touch() => _count++;

                private static void Raise(ref int value) => value++;
            }

            """);
    }

    private static string Body(Choice choice, string api) => choice.Of(PromisesQuery(api) ? Bodies : [.. Bodies, .. UndecidedBodies]);

    private static bool PromisesQuery(string api) => api.EndsWith("Level", StringComparison.Ordinal) && api is not ("UpdateLevel" or "ResetLevel");
}
