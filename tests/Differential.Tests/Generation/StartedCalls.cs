namespace Pipeline.Differential.Generation;

/// <summary>Calls started in one place and awaited in another, alone or gathered.</summary>
internal static class StartedCalls
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new(Kind.Started, 6, Start),
        new(Kind.Started, 8, AwaitStarted),
        new(Kind.Started, 4, GatherTwo),
        new(Kind.Started, 4, GatherWithAwait),
        new(Kind.Started, 2, GatherThree),
        new(Kind.Started, 2, GatherMany),
        new(Kind.Started, 3, WhenAll),
    ];

    private static void Start(Draft draft)
    {
        var type = draft.Calls.AnyResult();
        var name = draft.Scope.Fresh("task");
        draft.Line($"var {name} = {draft.Calls.Start(type)};");
        draft.Scope.Declare($"Task<{type}>", name);
    }

    private static void AwaitStarted(Draft draft)
    {
        var started = draft.Scope.Variables.Skip(draft.BlockStart).Where(variable => variable.Type.StartsWith("Task<", StringComparison.Ordinal)).ToArray();
        if (started.Length == 0)
        {
            Start(draft);
            return;
        }

        var task = draft.Choice.Of(started);
        draft.Declare(task.Type["Task<".Length..^1], $"await {task.Name}");
        draft.Scope.Forget(task);
    }

    private static void GatherTwo(Draft draft)
    {
        var other = draft.Choice.Of("int", "string", "Row");
        Gather(draft, draft.Calls.Start("int"), other, draft.Calls.Start(other));
    }

    private static void GatherWithAwait(Draft draft)
    {
        var waiting = draft.Calls.Start("int", draft.Calls.Await("int"));
        var plain = draft.Calls.Start("int");
        if (draft.Choice.Chance(70))
            Gather(draft, waiting, "int", plain);
        else
            Gather(draft, plain, "int", waiting);
    }

    private static void Gather(Draft draft, string first, string type, string second)
    {
        var (left, right) = (draft.Scope.Fresh("left"), draft.Scope.Fresh("right"));
        draft.Line($"var ({left}, {right}) = await Gather.All({first}, {second});");
        draft.Scope.Declare("int", left);
        draft.Scope.Declare(type, right);
    }

    private static void GatherThree(Draft draft) => draft.Declare(
        "int[]",
        draft.Choice.Chance(50)
            ? $"await Task.WhenAll({draft.Calls.Start("int", draft.Calls.Await("int"))}, {draft.Calls.Start("int")}, {draft.Calls.Start("int")})"
            : $"await Gather.All([{draft.Calls.Start("int")}, {draft.Calls.Start("int", draft.Calls.Await("int"))}, {draft.Calls.Start("int")}])");

    private static void GatherMany(Draft draft)
    {
        var item = draft.Scope.Fresh("item");
        draft.Declare("int[]", $"await {draft.Choice.Of("Gather.All", "Task.WhenAll")}({draft.Values.Variable("int[]") ?? "values"}.Select({item} => {draft.Calls.Start("int", item)}))");
    }

    private static void WhenAll(Draft draft)
    {
        var (first, second) = (draft.Scope.Fresh("task"), draft.Scope.Fresh("task"));
        draft.Line($"var {first} = {draft.Calls.Start("int")};");
        draft.Line($"var {second} = {draft.Calls.Start("string")};");
        draft.Line($"await Task.WhenAll({first}, {second});");
        draft.Declare("int", $"await {first}");
        draft.Declare("string", $"await {second}");
    }
}
