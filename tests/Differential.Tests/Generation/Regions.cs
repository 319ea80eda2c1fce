namespace Pipeline.Differential.Generation;

/// <summary>Blocks that begin or end something.</summary>
internal static class Regions
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new(Kind.Region, 5, TryCatch, Nests: true),
        new(Kind.Region, 3, TryCatchFilter, Nests: true),
        new(Kind.Region, 4, TryFinally, Nests: true),
        new(Kind.Region, 2, Using, Nests: true),
        new(Kind.Region, 2, UsingDeclaration),
        new(Kind.Region, 1, Checked, Nests: true),
        new(Kind.Region, 1, Plain, Nests: true),
        new(Kind.Region, 1, Cancel),
    ];

    private static void Body(Draft draft, string header) => draft.Block(header, () => draft.Statements(2 + draft.Choice.Below(2)));

    private static void TryCatch(Draft draft)
    {
        var seen = draft.Declare("int", draft.Values.Int());
        Body(draft, "try");
        draft.Block(draft.Choice.Of("catch (InvalidOperationException)", "catch (TimeoutException)", "catch (Exception)"), () =>
        {
            draft.Line($"_log.Add($\"failed at {{{draft.Choice.Of(seen, draft.Values.Variable("int") ?? seen)}}}\");");
            if (draft.Choice.Chance(40))
                draft.Statement();
            if (draft.Choice.Chance(30))
                draft.Line("throw;");
        });
    }

    private static void TryCatchFilter(Draft draft)
    {
        Body(draft, "try");
        var caught = draft.Scope.Fresh("e");
        draft.Block($"catch (Exception {caught}) when ({draft.Values.Flag()})", () => draft.Line($"_log.Add({caught}.Message);"));
    }

    private static void TryFinally(Draft draft)
    {
        Body(draft, "try");
        draft.Block("finally", () => draft.Line($"_log.Add($\"finally {{{draft.Values.Variable("int") ?? "x"}}}\");"));
    }

    private static void Using(Draft draft) => Body(draft, "using (new Scope())");

    private static void UsingDeclaration(Draft draft) => draft.Line($"using var {draft.Scope.Fresh("scope")} = new Scope();");

    private static void Checked(Draft draft) => Body(draft, draft.Choice.Of("checked", "unchecked"));

    private static void Plain(Draft draft) => Body(draft, "");

    private static void Cancel(Draft draft)
    {
        var source = draft.Scope.Fresh("source");
        draft.Line($"using var {source} = CancellationTokenSource.CreateLinkedTokenSource(ct);");
        draft.Declare("int", $"await model.ToAsync.Predict({draft.Values.Int()}, {source}.Token)");
        if (draft.Choice.Chance(40))
            draft.Line($"{source}.Cancel();");
        draft.Declare("int", $"await model.ToAsync.Predict({draft.Values.Int()}, {source}.Token)");
    }
}
