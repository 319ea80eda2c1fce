namespace Pipeline.Differential.Generation;

/// <summary>Expressions without an await, by type. Most cannot throw.</summary>
internal sealed class Values(Draft draft)
{
    private Choice Choice => draft.Choice;

    public string Of(string type) => type switch
    {
        "int" => Int(),
        "bool" => Flag(),
        "string" => Text(),
        "Row" => Row(),
        "Row?" => Choice.Chance(30) ? Variable("Row?") ?? Row() : Row(),
        "Box" => Variable("Box") ?? "new Box()",
        "int[]" => Numbers(),
        "List<int>" => Variable("List<int>") ?? "[1, 2]",
        "IEnumerable<int>" => Variable("IEnumerable<int>") ?? (Choice.Chance(30) ? $"[{Int()}, {Int()}]" : Numbers()),
        "Pair" => Choice.Chance(50) ? $"new Pair({Int()}, {Text()})" : Variable("Pair") is { } pair ? $"{pair} with {{ Left = {Int()} }}" : $"new({Int()}, {Text()})",
        "Holder" => $"new Holder {{ Value = {Int()}, Note = {Text()} }}",
        "Slot" => Variable("Slot") ?? $"new Slot {{ Value = {Int()} }}",
        "Func<int, int>" => Function(),
        _ => throw new NotSupportedException(type),
    };

    public string Int()
    {
        if (Choice.Chance(draft.Profile.Risk))
            return RiskyInt();
        return Choice.Below(15) switch
        {
            0 or 1 => $"{Choice.Below(6)}",
            2 => $"{Variable("int") ?? "1"} + {Variable("int") ?? "2"}",
            3 => $"{Variable("Row") ?? "row"}.Id",
            4 => $"{Variable("int[]") ?? "values"}.Length",
            5 => $"{Variable("List<int>") ?? "ids"}.Count",
            6 => "_factor",
            7 => $"{Variable("Box") ?? "box"}.Value",
            8 when Variable("Pair") is { } pair => $"{pair}.Left",
            8 when Variable("Holder") is { } holder => $"{holder}.Value",
            8 when Variable("Slot") is { } slot => $"{slot}.Value",
            _ => Variable("int") ?? $"{Choice.Below(6)}",
        };
    }

    public string Flag() => Choice.Below(5) switch
    {
        0 => Variable("bool") ?? "flag",
        1 => $"{Int()} == {Choice.Below(4)}",
        2 => $"{Variable("Row?") ?? "maybe"} is null",
        _ => $"{Int()} > {Choice.Below(5)}",
    };

    public string Text() => Choice.Below(6) switch
    {
        0 => $"\"t{Choice.Below(4)}\"",
        1 => $$"""$"{{{Variable("string") ?? "name"}}}{{{Variable("int") ?? "x"}}}" """.TrimEnd(),
        2 => $"{Variable("Row") ?? "row"}.Name",
        3 => $"{Variable("string") ?? "name"} + \"!\"",
        _ => Variable("string") ?? "name",
    };

    /// <summary>A variable of that type, or null: one of the latest where the body is to depend on results, else an input.</summary>
    public string? Variable(string type)
    {
        var all = draft.Scope.Of(type);
        var candidates = Choice.Chance(draft.Profile.Dependence) ? [.. all.TakeLast(2)] : all.Where(variable => variable.IsInput).ToArray();
        return candidates.Length > 0 ? Choice.Of(candidates).Name : all.Count > 0 && Choice.Chance(20) ? all[^1].Name : null;
    }

    private string Row() => Choice.Below(4) switch
    {
        0 => $"new Row({Int()}, {Text()}, {Numbers()})",
        1 => $"{Variable("Row") ?? "row"} with {{ Id = {Int()} }}",
        _ => Variable("Row") ?? "row",
    };

    private string Numbers() => Choice.Below(6) switch
    {
        0 => $"new[] {{ {Int()}, {Int()} }}",
        1 => $"{Variable("Row") ?? "row"}.Values",
        2 => "_weights",
        _ => Variable("int[]") ?? "values",
    };

    private string Function()
    {
        var parameter = draft.Scope.Fresh("v");
        return $"{parameter} => {parameter} + {Variable("int") ?? "1"}";
    }

    /// <summary>May throw, change something, or read what others may change.</summary>
    private string RiskyInt() => Choice.Below(9) switch
    {
        0 => $"{Variable("int[]") ?? "values"}[{Choice.Below(3)}]",
        1 => $"{Variable("int") ?? "x"} / {Variable("int") ?? "y"}",
        2 => $"{Variable("Row?") ?? "maybe"}!.Id",
        3 => "_total",
        4 => "Next()",
        5 => $"Show.Twice({Variable("int") ?? "x"})",
        6 => $"Show.Positive({Variable("int") ?? "x"})",
        7 => "Ticket",
        _ => "s_count",
    };
}
