namespace Pipeline.Differential.Generation;

/// <summary>Iterations over sequences in memory, and other loops.</summary>
internal static class Loops
{
    public static IReadOnlyList<Production> All { get; } =
    [
        new(Kind.Loop, 8, Append, Nests: true),
        new(Kind.Loop, 6, Sum, Nests: true),
        new(Kind.Loop, 4, Slots, Nests: true),
        new(Kind.Loop, 3, Keys, Nests: true),
        new(Kind.Loop, 3, Concatenate, Nests: true),
        new(Kind.Loop, 3, Filter, Nests: true),
        new(Kind.Loop, 3, TwoCalls, Nests: true),
        new(Kind.Loop, 2, Carried, Nests: true),
        new(Kind.Loop, 2, Break, Nests: true),
        new(Kind.Loop, 2, Retry, Nests: true),
        new(Kind.Loop, 2, Guarded, Nests: true),
        new(Kind.Loop, 3, Anything, Nests: true),
    ];

    private static void Each(Draft draft, Action<string> body)
    {
        var item = draft.Scope.Fresh("item");
        var source = draft.Choice.Below(8) switch
        {
            0 => draft.Values.Variable("List<int>") ?? "ids",
            1 => $"{draft.Values.Variable("Row") ?? "row"}.Values",
            2 => $"new[] {{ {draft.Values.Int()}, {draft.Values.Int()} }}",
            3 => "Enumerable.Range(0, 3)",
            4 => draft.Values.Variable("IEnumerable<int>") ?? "values.Distinct()",
            _ => draft.Values.Variable("int[]") ?? "values",
        };
        draft.Block($"foreach (var {item} in {source})", () =>
        {
            draft.Scope.Declare("int", item, isFixed: true);
            body(item);
        });
    }

    /// <summary>Now and then something else happens in the loop.</summary>
    private static void Noise(Draft draft)
    {
        if (draft.Choice.Chance(15))
            draft.Statement();
    }

    private static string Target(Draft draft, string type, string initial) =>
        draft.Choice.Chance(75) ? draft.Declare(type, initial, type) : draft.Assignable(type) ?? draft.Declare(type, initial, type);

    private static void Append(Draft draft)
    {
        var list = draft.Choice.Chance(8) ? "_seen" : Target(draft, "List<int>", "[]");
        Each(draft, item =>
        {
            Noise(draft);
            draft.Line($"{list}.Add({draft.Calls.Await("int", item)}{(draft.Choice.Chance(10) ? $" + {list}.Count" : "")});");
            Noise(draft);
        });
    }

    private static void Sum(Draft draft)
    {
        var sum = draft.Choice.Chance(8) ? "_total" : Target(draft, "int", "0");
        Each(draft, item =>
        {
            Noise(draft);
            draft.Line($"{sum} += {draft.Calls.Await("int", draft.Choice.Chance(12) ? $"{item} + {sum}" : item)};");
        });
    }

    private static void Slots(Draft draft)
    {
        var (index, source) = (draft.Scope.Fresh("i"), draft.Values.Variable("int[]") ?? "values");
        var target = draft.Choice.Chance(80) ? draft.Declare("int[]", $"new int[{source}.Length]") : source;
        draft.Block($"for (var {index} = 0; {index} < {source}.Length; {index}++)", () =>
        {
            draft.Scope.Declare("int", index, isFixed: true);
            draft.Line($"{target}[{(draft.Choice.Chance(90) ? index : "0")}] = {draft.Calls.Await("int", $"{source}[{index}]")};");
            Noise(draft);
        });
    }

    private static void Keys(Draft draft)
    {
        var table = draft.Scope.Fresh("table");
        draft.Line($"var {table} = new Dictionary<int, int>();");
        Each(draft, item => draft.Line(draft.Choice.Chance(70)
            ? $"{table}[{item}] = {draft.Calls.Await("int", item)};"
            : $"{table}.Add({item}, {draft.Calls.Await("int", item)});"));
        draft.Declare("string", $"Show.All({table})");
    }

    private static void Concatenate(Draft draft)
    {
        var text = Target(draft, "string", "\"\"");
        Each(draft, item => draft.Line($"{text} += {draft.Calls.Await("string", item)};"));
    }

    private static void Filter(Draft draft)
    {
        var list = Target(draft, "List<int>", "[]");
        Each(draft, item =>
        {
            if (draft.Choice.Chance(50))
            {
                draft.Line($"if ({(draft.Choice.Chance(60) ? $"{item} > 2" : draft.Calls.Await("bool", item))})");
                draft.Line($"    {draft.Choice.Of("continue;", "continue;", $"{list}.Add({item});")}");
            }

            var result = draft.Declare("int", draft.Calls.Await("int", item));
            draft.Line($"if ({result} > 2)");
            draft.Line($"    {list}.Add({result});");
        });
    }

    private static void TwoCalls(Draft draft)
    {
        var list = Target(draft, "List<int>", "[]");
        Each(draft, item =>
        {
            var first = draft.Declare("int", draft.Calls.Await("int", item));
            Noise(draft);
            var second = draft.Declare("int", draft.Calls.Await("int", draft.Choice.Chance(50) ? first : item));
            draft.Line($"{list}.Add({first} + {second});");
        });
    }

    private static void Carried(Draft draft)
    {
        var cursor = draft.Declare("int", draft.Values.Int());
        Each(draft, item => draft.Line($"{cursor} = {draft.Calls.Await("int", draft.Choice.Of(cursor, item))};"));
    }

    private static void Break(Draft draft)
    {
        var list = Target(draft, "List<int>", "[]");
        Each(draft, item =>
        {
            var result = draft.Declare("int", draft.Calls.Await("int", item));
            draft.Line($"if ({draft.Choice.Of(result, item)} > 4)");
            draft.Line($"    {draft.Choice.Of("break;", "return \"early\";", "throw new InvalidOperationException(\"late\");")}");
            draft.Line($"{list}.Add({result});");
        });
    }

    private static void Retry(Draft draft)
    {
        var attempt = draft.Scope.Fresh("attempt");
        draft.Block($"for (var {attempt} = 0; {attempt} < 3; {attempt}++)", () =>
        {
            draft.Scope.Declare("int", attempt, isFixed: true);
            draft.Block("try", () =>
            {
                draft.Line($"_total = {draft.Calls.Await("int")};");
                draft.Line("break;");
            });
            draft.Block("catch (InvalidOperationException)", () => draft.Line($"_log.Add($\"attempt {{{attempt}}}\");"));
        });
    }

    private static void Guarded(Draft draft)
    {
        var list = Target(draft, "List<int>", "[]");
        draft.Block("try", () => Each(draft, item => draft.Line($"{list}.Add({draft.Calls.Await("int", item)});")));
        draft.Block("catch (Exception)", () => draft.Line($"_log.Add($\"{(draft.Choice.Chance(50) ? $"{{{list}.Count}}" : "failed")}\");"));
    }

    private static void Anything(Draft draft) => Each(draft, _ => draft.Statements(1 + draft.Choice.Below(3)));
}
