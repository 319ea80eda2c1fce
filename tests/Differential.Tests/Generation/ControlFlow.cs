namespace Pipeline.Differential.Generation;

/// <summary>What decides whether a statement runs.</summary>
internal static class ControlFlow
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new(Kind.Control, 5, If, Nests: true),
        new(Kind.Control, 4, IfElse, Nests: true),
        new(Kind.Control, 3, IfAwaited, Nests: true),
        new(Kind.Control, 2, IfPattern, Nests: true),
        new(Kind.Control, 2, Switch, Nests: true),
        new(Kind.Control, 4, Return, Nests: true),
        new(Kind.Control, 3, Throw, Nests: true),
        new(Kind.Control, 2, GuardResult, Nests: true),
    ];

    private static void If(Draft draft) => draft.Block($"if ({draft.Values.Flag()})", () => draft.Statements(1 + draft.Choice.Below(3)));

    private static void IfElse(Draft draft)
    {
        If(draft);
        draft.Block("else", () => draft.Statements(1 + draft.Choice.Below(2)));
    }

    private static void IfAwaited(Draft draft) =>
        draft.Block($"if ({draft.Calls.Await("bool")})", () => draft.Statements(1 + draft.Choice.Below(2)));

    private static void IfPattern(Draft draft)
    {
        var found = draft.Scope.Fresh("found");
        draft.Block($"if ({draft.Calls.Await("Row?")} is {{ }} {found})", () =>
        {
            draft.Scope.Declare("Row", found, isFixed: true);
            draft.Statements(1 + draft.Choice.Below(2));
        });
    }

    private static void Switch(Draft draft) => draft.Block($"switch ({draft.Values.Int()})", () =>
    {
        draft.Block("case > 2:", () => draft.Statements(1));
        draft.Line("break;");
        draft.Block("default:", () => draft.Statements(1));
        draft.Line("break;");
    });

    private static void Return(Draft draft) => draft.Block($"if ({draft.Values.Flag()})", () => draft.Line($"return {draft.Values.Text()};"));

    private static void Throw(Draft draft) =>
        draft.Block($"if ({draft.Values.Flag()})", () => draft.Line("throw new InvalidOperationException(\"own\");"));

    private static void GuardResult(Draft draft)
    {
        var row = draft.Declare("Row?", draft.Calls.Await("Row?"));
        draft.Block($"if ({row} is null)", () => draft.Line(draft.Choice.Chance(50) ? "return \"none\";" : "throw new InvalidOperationException(\"none\");"));
    }
}
