namespace Pipeline.Differential.Generation;

/// <summary>Several awaits in one expression or one statement.</summary>
internal static class CallsInExpressions
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new(Kind.Expression, 6, Tuple),
        new(Kind.Expression, 3, TupleAssignment),
        new(Kind.Expression, 6, Operator),
        new(Kind.Expression, 5, Interpolation),
        new(Kind.Expression, 5, Pair),
        new(Kind.Expression, 4, Holder),
        new(Kind.Expression, 3, Creation),
        new(Kind.Expression, 2, Initializer),
        new(Kind.Expression, 4, Collection),
        new(Kind.Expression, 3, With),
        new(Kind.Expression, 4, KnownCall),
        new(Kind.Expression, 3, UnknownCall),
        new(Kind.Expression, 2, Conditional),
        new(Kind.Expression, 2, Coalesce),
        new(Kind.Expression, 2, ShortCircuit),
        new(Kind.Expression, 2, Switch),
        new(Kind.Expression, 2, ValueBetween),
        new(Kind.Expression, 2, WriteBetween),
        new(Kind.Expression, 2, NestedArguments),
        new(Kind.Expression, 2, Dictionary),
        new(Kind.Expression, 2, NestedInitializer),
        new(Kind.Expression, 2, Array),
        new(Kind.Expression, 1, Throw),
    ];

    private static string Int(Draft draft) => draft.Calls.Await("int");

    private static void Tuple(Draft draft)
    {
        var (left, right) = (draft.Scope.Fresh("left"), draft.Scope.Fresh("right"));
        var type = draft.Choice.Of("int", "string", "Row");
        draft.Line($"var ({left}, {right}) = ({Int(draft)}, {draft.Calls.Await(type)});");
        draft.Scope.Declare("int", left);
        draft.Scope.Declare(type, right);
    }

    private static void TupleAssignment(Draft draft) =>
        draft.Line($"({draft.Assignable("int") ?? "x"}, {draft.Assignable("string") ?? "name"}) = ({Int(draft)}, {draft.Calls.Await("string")});");

    private static void Operator(Draft draft) =>
        draft.Declare("int", $"{Int(draft)} {draft.Choice.Of("+", "+", "*", "/")} {Int(draft)}{(draft.Choice.Chance(40) ? $" + {Int(draft)}" : "")}");

    private static void Interpolation(Draft draft) =>
        draft.Declare("string", $$"""$"{{{draft.Calls.Await("string")}}} of {{{Int(draft)}}}" """.TrimEnd());

    private static void Pair(Draft draft) =>
        draft.Declare("Pair", $"new Pair({Int(draft)}, {draft.Calls.Await("string")}){(draft.Choice.Chance(20) ? $" with {{ Left = {Int(draft)} }}" : "")}");

    private static void Holder(Draft draft) =>
        draft.Declare("Holder", $"new Holder {{ Value = {Int(draft)}, Note = {draft.Calls.Await("string")} }}");

    private static void Creation(Draft draft) =>
        draft.Declare("Row", $"new Row({Int(draft)}, {draft.Calls.Await("string")}, {(draft.Choice.Chance(50) ? draft.Calls.Await("int[]") : draft.Values.Of("int[]"))})");

    private static void Initializer(Draft draft) =>
        draft.Declare("Box", $"new Box {{ Value = {Int(draft)}, Note = {draft.Calls.Await("string")}{(draft.Choice.Chance(40) ? $", Items = {draft.Calls.Await("List<int>")}" : "")} }}");

    private static void Collection(Draft draft) => draft.Declare(
        "List<int>", draft.Choice.Chance(50) ? $"[{Int(draft)}, {Int(draft)}, {draft.Values.Int()}]" : $"new List<int> {{ {Int(draft)}, {Int(draft)} }}", "List<int>");

    private static void With(Draft draft) =>
        draft.Declare("Row", $"{draft.Values.Variable("Row") ?? "row"} with {{ Id = {Int(draft)}, Name = {draft.Calls.Await("string")} }}");

    private static void KnownCall(Draft draft) => draft.Declare("int", $"Math.{draft.Choice.Of("Max", "Min")}({Int(draft)}, {Int(draft)})");

    private static void UnknownCall(Draft draft) =>
        draft.Declare("string", $"Show.All({Int(draft)}, {draft.Values.Int()}, {draft.Calls.Await("string")})");

    private static void Conditional(Draft draft) =>
        draft.Declare("int", $"({draft.Values.Flag()} ? {Int(draft)} : {draft.Values.Int()}) + {Int(draft)}");

    private static void Coalesce(Draft draft) => draft.Declare("int", $"({draft.Calls.Await("Row?")})?.Id ?? {Int(draft)}");

    private static void ShortCircuit(Draft draft) =>
        draft.Declare("bool", $"{draft.Calls.Await("bool")} {draft.Choice.Of("&&", "||", "&", "|", "^", "==")} {draft.Calls.Await("bool")}");

    private static void Switch(Draft draft) =>
        draft.Declare("int", $"({Int(draft)}) switch {{ > 3 => {Int(draft)}, _ => {draft.Values.Int()} }}");

    private static void ValueBetween(Draft draft) => draft.Declare("int", $"{Int(draft)} + {draft.Values.Int()} + {Int(draft)}");

    private static void WriteBetween(Draft draft)
    {
        var target = draft.Assignable("int") ?? "x";
        draft.Declare("int", draft.Choice.Of(
            $"{Int(draft)} + {target}++ + {Int(draft)}", $"{target} + {Int(draft)} * ({target} = {Int(draft)})", $"({target} = {Int(draft)}) + {Int(draft)}"));
    }

    private static void NestedArguments(Draft draft) =>
        draft.Declare("int", $"await model.ToAsync.Blend({draft.Calls.Await("int[]")}, {Int(draft)}, ct)");

    private static void Dictionary(Draft draft)
    {
        var name = draft.Scope.Fresh("table");
        draft.Line($"var {name} = new Dictionary<string, int> {{ [{draft.Calls.Await("string")}] = {Int(draft)}, [{draft.Values.Text()}] = {Int(draft)} }};");
        draft.Declare("int", $"{name}.Count");
    }

    private static void NestedInitializer(Draft draft) =>
        draft.Declare("Box", $"new Box {{ Items = {{ {Int(draft)}, {Int(draft)} }}, Note = {draft.Calls.Await("string")}, Value = {draft.Values.Int()} }}");

    private static void Array(Draft draft) => draft.Declare("int[]", $"new[] {{ {Int(draft)}, {draft.Values.Int()}, {Int(draft)} }}");

    private static void Throw(Draft draft) =>
        draft.Declare("Row", $"{draft.Calls.Await("Row?")} ?? throw new InvalidOperationException(\"none\")");
}
