namespace Pipeline.Differential.Generation;

/// <summary>One awaited call and what becomes of its result.</summary>
internal static class CallStatements
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new(Kind.Call, 30, Declare),
        new(Kind.Call, 6, DeclareTyped),
        new(Kind.Call, 4, Assign),
        new(Kind.Call, 2, AssignField),
        new(Kind.Call, 3, Accumulate),
        new(Kind.Call, 1, AccumulateField),
        new(Kind.Call, 4, DeconstructTuple),
        new(Kind.Call, 2, DeconstructRow),
        new(Kind.Call, 2, Nest),
        new(Kind.Call, 3, Convert),
        new(Kind.Call, 2, DeclareTwo),
        new(Kind.Call, 1, StoreElement),
        new(Kind.Call, 1, StoreProperty),
        new(Kind.Call, 1, Append),
        new(Kind.Call, 1, Discard),
        new(Kind.Call, 2, Tell),
        new(Kind.Call, 2, Verify),
        new(Kind.Call, 4, Chains),
        new(Kind.Call, 3, AskAgain),
        new(Kind.Call, 3, TellAndAsk),
    ];

    private static void Declare(Draft draft)
    {
        var type = draft.Calls.AnyResult();
        draft.Declare(type, draft.Calls.Await(type));
    }

    private static void DeclareTyped(Draft draft)
    {
        var type = draft.Calls.AnyResult();
        draft.Declare(type, draft.Calls.Await(type), keyword: type);
    }

    private static void Assign(Draft draft)
    {
        var type = draft.Choice.Of("int", "int", "string", "Row");
        if (draft.Assignable(type) is { } target)
            draft.Line($"{target} = {draft.Calls.Await(type)};");
        else
            Declare(draft);
    }

    private static void AssignField(Draft draft) => draft.Line(draft.Choice.Below(3) switch
    {
        0 => $"_total = {draft.Calls.Await("int")};",
        1 => $"_last = {draft.Calls.Await("Box")};",
        _ => $"s_count = {draft.Calls.Await("int")};",
    });

    private static void Accumulate(Draft draft) =>
        draft.Line($"{draft.Assignable("int") ?? "x"} {draft.Choice.Of("+=", "+=", "-=", "*=")} {draft.Calls.Await("int")};");

    private static void AccumulateField(Draft draft) => draft.Line($"_total += {draft.Calls.Await("int")};");

    private static void DeconstructTuple(Draft draft)
    {
        var (low, high) = (draft.Scope.Fresh("low"), draft.Scope.Fresh("high"));
        draft.Line($"var ({low}, {high}) = await {draft.Calls.Range()};");
        draft.Scope.Declare("int", low);
        draft.Scope.Declare("int", high);
    }

    private static void DeconstructRow(Draft draft)
    {
        var (id, name) = (draft.Scope.Fresh("id"), draft.Scope.Fresh("name"));
        draft.Line($"var ({id}, {name}, _) = {draft.Calls.Await("Row")};");
        draft.Scope.Declare("int", id);
        draft.Scope.Declare("string", name);
    }

    private static void Nest(Draft draft)
    {
        var type = draft.Calls.AnyResult();
        draft.Declare(type, draft.Calls.Await(type, draft.Calls.Await("int")));
    }

    private static void Convert(Draft draft)
    {
        var (type, initializer) = draft.Choice.Below(5) switch
        {
            0 => ("long", draft.Calls.Await("int")),
            1 => ("object", draft.Calls.Await("Row")),
            2 => ("IReadOnlyList<int>", draft.Calls.Await("List<int>")),
            3 => ("double", $"(double)({draft.Calls.Await("int")})"),
            _ => ("string", $"{draft.Values.Text()} + {draft.Calls.Await("string")}"),
        };
        draft.Declare(type, initializer, type);
    }

    private static void DeclareTwo(Draft draft)
    {
        var (first, second) = (draft.Scope.Fresh("n"), draft.Scope.Fresh("n"));
        draft.Line($"int {first} = {draft.Calls.Await("int")}, {second} = {draft.Calls.Await("int")};");
        draft.Scope.Declare("int", first);
        draft.Scope.Declare("int", second);
    }

    private static void StoreElement(Draft draft) =>
        draft.Line($"{draft.Values.Variable("int[]") ?? "values"}[{draft.Choice.Below(2)}] = {draft.Calls.Await("int")};");

    private static void StoreProperty(Draft draft) => draft.Line(draft.Choice.Chance(50)
        ? $"{draft.Values.Variable("Box") ?? "box"}.Value = {draft.Calls.Await("int")};"
        : $"{draft.Values.Variable("Box") ?? "box"}.Note = {draft.Calls.Await("string")};");

    private static void Append(Draft draft) => draft.Line($"{draft.Values.Variable("List<int>") ?? "ids"}.Add({draft.Calls.Await("int")});");

    private static void Discard(Draft draft) =>
        draft.Line($"{(draft.Choice.Chance(50) ? "_ = " : "")}{draft.Calls.Await(draft.Calls.AnyResult())};");

    private static void Verify(Draft draft) => draft.Line($"await {draft.Calls.Verify()};");

    /// <summary>Two or three chains of two or three calls, side by side.</summary>
    private static void Chains(Draft draft)
    {
        var ends = new string?[2 + draft.Choice.Below(2)];
        var left = Enumerable.Range(0, ends.Length).SelectMany(chain => Enumerable.Repeat(chain, 2 + draft.Choice.Below(2))).ToList();
        while (left.Count > 0)
        {
            var chain = draft.Choice.Chance(40) ? draft.Choice.Of(left) : left[0];
            left.Remove(chain);
            ends[chain] = draft.Declare("int", draft.Calls.Await("int", ends[chain]));
        }
    }

    /// <summary>The same question before and after something.</summary>
    private static void AskAgain(Draft draft)
    {
        var question = draft.Calls.Question();
        draft.Line($"var {draft.Scope.Declare("object", draft.Scope.Fresh("before"))} = await {question};");
        draft.Statements(1 + draft.Choice.Below(2));
        draft.Line($"var {draft.Scope.Declare("object", draft.Scope.Fresh("after"))} = await {question};");
    }

    /// <summary>A command gets an object, and a query looks at it.</summary>
    private static void TellAndAsk(Draft draft)
    {
        var box = draft.Values.Variable("Box") ?? "box";
        draft.Declare("int", $"await ledger.ToAsync.Enrich({box}, ct)");
        draft.Declare("int", $"await model.ToAsync.Inspect({draft.Choice.Of(box, draft.Values.Of("Box"))}, ct)");
    }

    private static void Tell(Draft draft)
    {
        if (draft.Choice.Chance(draft.Profile.Commands * 2))
            draft.Line($"await {draft.Calls.Tell()};");
        else
            Declare(draft);
    }
}
