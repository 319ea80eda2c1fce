namespace Pipeline.Differential.Generation;

/// <summary>Random method bodies, the same for the same seed.</summary>
internal static class BodyGenerator
{
    private static readonly Variable[] Parameters =
    [
        new("int", "x", IsInput: true), new("int", "y", IsInput: true), new("bool", "flag", IsInput: true), new("string", "name", IsInput: true),
        new("Row", "row", IsInput: true), new("Row?", "maybe", IsInput: true), new("Box", "box", IsInput: true),
        new("int[]", "values", IsInput: true), new("List<int>", "ids", IsInput: true),
    ];

    public static BodySource Create(int seed)
    {
        var choice = new Choice(seed);
        var draft = new Draft(choice, choice.Of(Profile.All));
        foreach (var parameter in Parameters)
            draft.Scope.Declare(parameter.Type, parameter.Name, isInput: true);
        var typeName = $"Body{seed}";
        var helper = "";
        if (choice.Chance(25))
        {
            (var apis, helper) = HelperGenerator.Create(choice, typeName);
            draft.Calls.AddHelper(apis);
        }

        if (choice.Chance(3))
            return WrapExpression(typeName, $"Show.All({draft.Calls.Await("int")}, {draft.Calls.Await("string")}, new Pair({draft.Calls.Await("int")}, {draft.Calls.Await("string")}))", helper);
        draft.Statements(draft.Profile.Statements - 1 + choice.Below(3));
        draft.AwaitStarted();
        draft.Line($"return {Result(draft)};");
        return Wrap(typeName, draft.Text, helper);
    }

    /// <summary>Everything the body has computed, so that no difference is lost.</summary>
    private static string Result(Draft draft)
    {
        var locals = string.Join(", ", draft.Scope.Variables.Where(variable => variable.Type is not "" && !variable.Type.StartsWith("Task<", StringComparison.Ordinal)).Select(variable => variable.Name));
        return draft.Choice.Below(6) switch
        {
            _ when draft.Choice.Chance(5) => draft.Calls.Await("string"),
            0 => $"Show.All({locals}, {draft.Calls.Await("int")}, {draft.Calls.Await("string")})",
            1 => $$"""$"{{{draft.Calls.Await("int")}}} {{{draft.Calls.Await("string")}}} {Show.All({{locals}})}" """.TrimEnd(),
            _ => $"Show.All({locals})",
        };
    }

    public static BodySource WrapExpression(string typeName, string expression, string helper = "") => WrapMethod(typeName, $" =>\n        {expression};", helper);

    public static BodySource Wrap(string typeName, string statements, string helper = "") => WrapMethod(typeName, $"\n    {{\n{statements}    }}", helper);

    /// <summary>The type around a body: fields, dependencies and parameters are the same for all.</summary>
    private static BodySource WrapMethod(string typeName, string body, string helper) => new(typeName, $$"""
        public sealed class {{typeName}}(Model.Proxy model, Catalog.Proxy catalog, Ledger.Proxy ledger, Gate.Proxy gate, Gpu.Proxy gpu, Press.Proxy press{{(helper.Length > 0 ? $", {HelperGenerator.NameFor(typeName)}.Proxy helper" : "")}})
        {
            private static int s_count;
            private readonly int[] _weights = [3, 1, 2];
            private readonly int _factor = 2;
            private readonly List<string> _log = [];
            private readonly List<int> _seen = [];
            private int _total;
            private int _tickets;
            private Box? _last;

            private int Ticket => _tickets++;

            private double Half { get; set; }

            public async Task<string> RunAsync(
                int x, int y, bool flag, string name, Row row, Row? maybe, Box box, int[] values, List<int> ids, CancellationToken ct){{body}}

            private int Next() => ++_total;

            private void Remember(Box other) => _last = other;

            private async Task<int> CountAsync(int by, CancellationToken ct) => _tickets += await model.ToAsync.Predict(by, ct);

            private sealed record Pair(int Left, string Right);

            private struct Slot
            {
                public int Value;

                public override readonly string ToString() => $"{Value}";
            }

            private sealed class Holder
            {
                public int Value { get; set; }

                public string? Note { get; init; }

                public override string ToString() => $"{Value} {Note}";
            }
        }
        {{helper}}
        """);
}
