namespace Pipeline.Differential.Generation;

/// <summary>Calls on services as expressions.</summary>
internal sealed class Calls(Draft draft)
{
    private readonly List<(string Result, string Receiver, string Api, string[] Parameters, bool IsCommand, int Weight)> _helpers = [];

    /// <summary>Services that have no room for calls which the body itself starts before others have ended.</summary>
    private static readonly string[] Limited = ["gpu", "press"];

    private static readonly (string Result, string Receiver, string Api, string[] Parameters, bool IsCommand, int Weight)[] Apis =
    [
        ("int", "model", "Predict", ["int"], false, 10),
        ("int[]", "model", "Embed", ["string"], false, 5),
        ("int", "model", "Score", ["Row"], false, 4),
        ("int", "model", "Blend", ["int[]", "int"], false, 4),
        ("int", "model", "Inspect", ["Box"], false, 3),
        ("int", "model", "Total", ["IEnumerable<int>"], false, 3),
        ("int", "model", "Map", ["int", "Func<int, int>"], false, 1),
        ("Row", "catalog", "Find", ["int"], false, 8),
        ("Row?", "catalog", "FindMatch", ["string"], false, 4),
        ("string", "catalog", "GetName", ["int"], false, 8),
        ("Box", "catalog", "GetBox", ["int"], false, 3),
        ("List<int>", "catalog", "ListIds", ["int"], false, 5),
        ("bool", "catalog", "Exists", ["int"], false, 5),
        ("int", "ledger", "Balance", ["string"], false, 8),
        ("int", "ledger", "Apply", ["int"], false, 4),
        ("int", "ledger", "Tax", ["int", "int"], false, 3),
        ("int", "ledger", "Tax", ["rate: int", "amount: int"], false, 1),
        ("int", "gate", "Measure", ["int"], false, 4),
        ("bool", "gate", "Check", ["int"], false, 3),
        ("int", "gpu", "Render", ["int"], false, 5),
        ("string", "gpu", "Describe", ["int"], false, 3),
        ("int", "press", "Estimate", ["int"], false, 3),
        ("int", "catalog", "Update", ["int", "int"], true, 6),
        ("bool", "catalog", "Reserve", ["int"], true, 4),
        ("int", "catalog", "Frobnicate", ["int"], true, 4),
        ("int", "ledger", "GetNext", ["int"], true, 4),
        ("int", "ledger", "Enrich", ["Box"], true, 3),
    ];

    private static readonly string[] Results = ["int", "int", "int", "string", "string", "bool", "Row", "Row", "Row?", "Box", "int[]", "List<int>"];

    public string AnyResult() => draft.Choice.Of(Results);

    /// <summary>Lets the body call a service in source; nobody says which of its APIs are queries.</summary>
    public void AddHelper(IEnumerable<(string Api, string Parameter)> apis) =>
        _helpers.AddRange(apis.Select(api => ("int", "helper", api.Api, new[] { api.Parameter }, false, 12)));

    /// <summary>A started call: its task.</summary>
    public string Start(string result, string? argument = null) => Call(result, argument, isAwaited: false);

    public string Await(string result, string? argument = null) =>
        $"await {Call(result, argument, isAwaited: true)}{(draft.Choice.Chance(10) ? ".ConfigureAwait(false)" : "")}";

    /// <summary>A question whose answer others may change, to be asked more than once.</summary>
    public string Question() => draft.Choice.Of($"ledger.ToAsync.Balance({draft.Values.Of("string")}, ct)", $"catalog.ToAsync.GetName({draft.Values.Int()}, ct)");

    private string Call(string result, string? argument, bool isAwaited)
    {
        var wantsCommand = draft.Choice.Chance(draft.Profile.Commands);
        var fitting = Apis.Concat(_helpers)
            .Where(api => api.Result == result && api.IsCommand == wantsCommand && (isAwaited || !Limited.Contains(api.Receiver)))
            .ToArray();
        if (fitting.Length == 0)
            fitting = [.. Apis.Where(api => api.Result == result && !api.IsCommand)];
        if (argument is not null && fitting.Where(api => api.Parameters[0] == "int").ToArray() is [_, ..] taking)
            fitting = taking;
        var (_, receiver, name, parameters, _, _) = draft.Choice.Weighted(fitting, api => api.Weight);
        var arguments = parameters.Select((type, index) => index == 0 && type == "int" && argument is not null ? argument : Argument(type));
        return $"{receiver}.ToAsync.{name}({draft.Aside()}{string.Join(", " + draft.Aside(), arguments)}{Token(parameters)})";
    }

    /// <summary>A command that returns nothing.</summary>
    public string Tell() => draft.Choice.Below(5) switch
    {
        0 or 1 => $"catalog.ToAsync.Save({draft.Values.Of("Row")}{Token()})",
        _ => $"ledger.ToAsync.Post({draft.Values.Int()}{Token()})",
    };

    /// <summary>A query that returns nothing.</summary>
    public string Verify() => $"model.ToAsync.Verify({draft.Values.Int()}{Token()})";

    public string Range() => $"ledger.ToAsync.Range({draft.Values.Int()}{Token()})";

    /// <summary>A value, or a name and a value.</summary>
    private string Argument(string parameter) => parameter.Split(": ") is [var name, var type]
        ? $"{name}: {draft.Values.Of(type)}"
        : draft.Values.Of(parameter);

    private string Token(IEnumerable<string> parameters) => parameters.Any(parameter => parameter.Contains(": ", StringComparison.Ordinal)) ? ", ct: ct" : Token();

    private string Token() => draft.Choice.Chance(92) ? ", ct" : "";
}
