namespace Pipeline.Differential.Generation;

/// <summary>Functions and lazy sequences that hold on to variables.</summary>
internal static class Captures
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new(Kind.Capture, 3, Read),
        new(Kind.Capture, 3, Write),
        new(Kind.Capture, 2, LocalFunction),
        new(Kind.Capture, 2, WritingLocalFunction),
        new(Kind.Capture, 2, AsyncLocalFunction),
        new(Kind.Capture, 3, LazySequence),
        new(Kind.Capture, 1, AsyncLambda),
    ];

    private static void Read(Draft draft)
    {
        var function = draft.Scope.Fresh("read");
        draft.Line($"Func<int> {function} = () => {draft.Assignable("int") ?? "x"} + 1;");
        Later(draft);
        draft.Declare("int", $"{function}()");
    }

    private static void Write(Draft draft)
    {
        var action = draft.Scope.Fresh("bump");
        draft.Line($"Action {action} = () => {draft.Assignable("int") ?? "x"}++;");
        Later(draft);
        draft.Line($"{action}();");
        Later(draft);
    }

    private static void LocalFunction(Draft draft)
    {
        var (function, parameter) = (draft.Scope.Fresh("Add"), draft.Scope.Fresh("v"));
        draft.Line($"int {function}(int {parameter}) => {parameter} + {draft.Values.Variable("int") ?? "x"};");
        draft.Declare("int", draft.Calls.Await("int", $"{function}({draft.Values.Int()})"));
    }

    private static void WritingLocalFunction(Draft draft)
    {
        var function = draft.Scope.Fresh("Bump");
        draft.Line($"int {function}() => {draft.Assignable("int") ?? "x"} += 2;");
        Later(draft);
        draft.Declare("int", draft.Calls.Await("int", $"{function}()"));
    }

    private static void AsyncLocalFunction(Draft draft)
    {
        var function = draft.Scope.Fresh("FetchAsync");
        draft.Line($"async Task<int> {function}(int seed) => {draft.Calls.Await("int", "seed")} + {draft.Calls.Await("int", "seed")};");
        draft.Declare("int", $"await {function}({draft.Values.Int()})");
        Later(draft);
    }

    private static void LazySequence(Draft draft)
    {
        var (sequence, item) = (draft.Scope.Fresh("lazy"), draft.Scope.Fresh("v"));
        draft.Line($"var {sequence} = {draft.Values.Variable("int[]") ?? "values"}.Where({item} => {item} > {draft.Assignable("int") ?? "x"});");
        draft.Scope.Declare("IEnumerable<int>", sequence, isFixed: true);
        Later(draft);
        draft.Declare("int", $"await model.ToAsync.Total({sequence}, ct)");
    }

    private static void AsyncLambda(Draft draft)
    {
        var (function, parameter) = (draft.Scope.Fresh("fetch"), draft.Scope.Fresh("v"));
        draft.Line($"Func<int, Task<int>> {function} = async {parameter} => {draft.Calls.Await("int", parameter)} + {draft.Calls.Await("int")};");
        draft.Declare("int", $"await {function}({draft.Values.Int()})");
    }

    private static void Later(Draft draft)
    {
        if (draft.Choice.Chance(70))
            draft.Statement();
    }
}
