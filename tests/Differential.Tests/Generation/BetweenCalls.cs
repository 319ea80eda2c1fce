namespace Pipeline.Differential.Generation;

/// <summary>Statements without a call on a service that leave everything but locals alone, or might not.</summary>
internal static class BetweenCalls
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new(Kind.Between, 6, draft => draft.Declare("int", draft.Values.Int())),
        new(Kind.Between, 4, draft => draft.Declare("string", draft.Values.Text())),
        new(Kind.Between, 2, draft => draft.Declare("bool", draft.Values.Flag())),
        new(Kind.Between, 3, draft => draft.Declare("Row", draft.Values.Of("Row"))),
        new(Kind.Between, 2, draft => draft.Declare("Box", $"new Box {{ Value = {draft.Values.Int()} }}")),
        new(Kind.Between, 3, draft => draft.Declare("int[]", draft.Values.Of("int[]"))),
        new(Kind.Between, 2, draft => draft.Declare("List<int>", "[]", "List<int>")),
        new(Kind.Between, 2, draft => draft.Declare("Box", draft.Values.Of("Box"))),
        new(Kind.Between, 2, draft => draft.Declare("Pair", draft.Values.Of("Pair"), "Pair")),
        new(Kind.Between, 2, draft => draft.Declare("Holder", draft.Values.Of("Holder"))),
        new(Kind.Between, 1, draft => draft.Declare("Slot", draft.Values.Of("Slot"))),
        new(Kind.Between, 1, draft => draft.Declare("long", draft.Values.Int(), "long")),
        new(Kind.Between, 2, draft => draft.Declare("int", $"Math.Max({draft.Values.Int()}, {draft.Values.Int()})")),
        new(Kind.Between, 2, draft => draft.Declare("string", $"string.Join(',', {draft.Values.Of("int[]")})")),
        new(Kind.Between, 2, draft => draft.Declare("int[]", $"[.. {draft.Values.Of("int[]")}, {draft.Values.Int()}]", "int[]")),
        new(Kind.Between, 1, draft => draft.Declare("string", $"({draft.Values.Int()}).ToString()")),
        new(Kind.Between, 1, draft => draft.Declare("int", $"Show.Twice({draft.Values.Int()})")),
        new(Kind.Between, 1, draft => draft.Declare("int", $"Show.Positive({draft.Values.Int()})")),
        new(Kind.Between, 1, draft => draft.Declare("int", $"checked({draft.Values.Int()} * {draft.Values.Int()})")),
        new(Kind.Between, 1, draft => draft.Line("ArgumentNullException.ThrowIfNull(maybe);")),
        new(Kind.Between, 1, draft => draft.Line("ct.ThrowIfCancellationRequested();")),
        new(Kind.Between, 1, draft => draft.Line("await Task.CompletedTask;")),
        new(Kind.Between, 1, draft => draft.Declare("int", $"await CountAsync({draft.Values.Int()}, ct)")),
        new(Kind.Between, 1, Parse),
        new(Kind.Between, 1, Conditional),
        new(Kind.Between, 1, Region),
        new(Kind.Between, 1, draft => draft.Declare("string", $"nameof({draft.Values.Variable("int") ?? "x"})")),
        new(Kind.Between, 1, draft => draft.Declare("Box", "box")),
        new(Kind.Between, 1, draft => draft.Line(";")),
    ];

    private static void Parse(Draft draft)
    {
        var parsed = draft.Scope.Fresh("parsed");
        draft.Declare("bool", $"int.TryParse({draft.Values.Text()}, out var {parsed})");
        draft.Scope.Declare("int", parsed);
    }

    private static void Region(Draft draft)
    {
        draft.Line("#region note");
        draft.Statement();
        draft.Line("#endregion");
    }

    private static void Conditional(Draft draft)
    {
        draft.Line("#if !DEBUG");
        draft.Statement();
        draft.Line("#endif");
    }
}
