namespace Pipeline.Differential.Generation;

/// <summary>Statements that change a variable, an object, a field, or something ambient.</summary>
internal static class Writes
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new(Kind.Between, 3, draft => draft.Line($"{draft.Assignable("int") ?? "x"} {draft.Choice.Of("=", "+=", "-=")} {draft.Values.Int()};")),
        new(Kind.Between, 2, draft => draft.Line($"{draft.Assignable("int") ?? "x"}++;")),
        new(Kind.Between, 1, draft => draft.Line($"{draft.Assignable("string") ?? "name"} = {draft.Values.Text()};")),
        new(Kind.Between, 1, draft => draft.Line($"{draft.Assignable("Row") ?? "row"} = {draft.Values.Of("Row")};")),
        new(Kind.Between, 1, draft => draft.Line($"{draft.Assignable("int[]") ?? "values"} = {draft.Values.Of("int[]")};")),
        new(Kind.Between, 2, draft => draft.Line($"{Box(draft)}.Value {draft.Choice.Of("=", "+=")} {draft.Values.Int()};")),
        new(Kind.Between, 1, draft => draft.Line($"{Box(draft)}.Items.Add({draft.Values.Int()});")),
        new(Kind.Between, 1, draft => draft.Line($"{draft.Values.Variable("List<int>") ?? "ids"}.Add({draft.Values.Int()});")),
        new(Kind.Between, 1, draft => draft.Line($"Array.Fill({Array(draft)}, {draft.Values.Int()});")),
        new(Kind.Between, 1, draft => draft.Line($"{Array(draft)}[0] = {draft.Values.Int()};")),
        new(Kind.Between, 1, draft => draft.Line($"{Array(draft)}.AsSpan().Reverse();")),
        new(Kind.Between, 2, draft => draft.Line($"_total {draft.Choice.Of("=", "+=")} {draft.Values.Int()};")),
        new(Kind.Between, 1, draft => draft.Line($"_last = {draft.Values.Of("Box")};")),
        new(Kind.Between, 1, draft => draft.Line($"_log.Add({draft.Values.Text()});")),
        new(Kind.Between, 1, draft => draft.Line("s_count++;")),
        new(Kind.Between, 1, draft => draft.Line($"Ambient.Current = {draft.Values.Int()};")),
        new(Kind.Between, 1, draft => draft.Line($"Show.Increment(ref {draft.Assignable("int") ?? "x"});")),
        new(Kind.Between, 1, draft => draft.Line($"Remember({draft.Values.Of("Box")});")),
        new(Kind.Between, 1, draft => draft.Line($"Half = {draft.Values.Int()};")),
        new(Kind.Between, 2, draft => draft.Line($"{draft.Assignable("Holder") ?? "box"}.Value = {draft.Values.Int()};")),
        new(Kind.Between, 2, draft => draft.Line($"{draft.Assignable("Slot") ?? "box"}.Value++;")),
        new(Kind.Between, 1, Split),
    ];

    private static string Box(Draft draft) => draft.Values.Variable("Box") ?? "box";

    private static string Array(Draft draft) => draft.Values.Variable("int[]") ?? "values";

    private static void Split(Draft draft)
    {
        var (low, high) = (draft.Scope.Fresh("low"), draft.Scope.Fresh("high"));
        draft.Line($"Show.Split({draft.Values.Int()}, out var {low}, out var {high});");
        draft.Scope.Declare("int", low);
        draft.Scope.Declare("int", high);
    }
}
