namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>A random method marked <c>[Api]</c>.</summary>
internal sealed record DeclaredApi
{
    public required string Name { get; init; }

    /// <summary>The type of the value or of the items; "void" for none.</summary>
    public required string Result { get; init; }

    /// <summary>What the result comes in: "", "Task", "ValueTask", "IEnumerable" or "IAsyncEnumerable".</summary>
    public string Wrapper { get; init; } = "";

    public string Accessibility { get; init; } = "public";

    public string Modifier { get; init; } = "";

    public string TypeParameters { get; init; } = "";

    public string Attributes { get; init; } = "";

    public List<DeclaredParameter> Parameters { get; init; } = [];

    /// <summary>The name on both views.</summary>
    public string ProxyName
    {
        get
        {
            string plain = Name.TrimStart('@');
            return "@" + (plain.Length > 5 && plain.EndsWith("Async", StringComparison.Ordinal) ? plain[..^5] : plain);
        }
    }

    /// <summary>The method's name and parameter types: what the language tells overloads apart by.</summary>
    public string Key => $"{Name.TrimStart('@')}({string.Join(',', Parameters.Select(parameter => Erase(parameter.Type)))})";

    /// <summary>The type declared on the async view.</summary>
    public string AsyncResult => this switch
    {
        { Result: "void" } => "Task",
        { Wrapper: "IEnumerable" or "IAsyncEnumerable" } => $"IAsyncEnumerable<{Result}>",
        _ => $"Task<{Result}>",
    };

    /// <summary>The type declared on the sync view.</summary>
    public string SyncResult => Wrapper is "IEnumerable" or "IAsyncEnumerable" ? $"IEnumerable<{Result}>" : Result;

    public override string ToString() =>
        $"{Attributes}[Api] {Accessibility} {Modifier} {Declared} @{Name.TrimStart('@')}{TypeParameters}({string.Join(", ", Parameters)}) => throw null!;";

    /// <summary>Calls it in every form a dependent can, on a proxy named <c>proxy</c>.</summary>
    public IEnumerable<string> Calls(bool isOverloaded)
    {
        var data = Parameters.Where(parameter => !parameter.IsToken).Select(parameter => parameter.Argument).ToList();
        string withToken = string.Join(", ", data.Append("default(CancellationToken)"));
        yield return Statement(SyncResult, $"proxy.{ProxyName}({string.Join(", ", Parameters.Select(parameter => parameter.Argument))})");
        yield return Statement(AsyncResult, $"proxy.ToAsync.{ProxyName}({withToken})");
        if (!isOverloaded)
            yield return Statement(AsyncResult, $"proxy.ToAsync.{ProxyName}({string.Join(", ", data)})");
    }

    private string Declared => this switch
    {
        { Wrapper: "" } => Result,
        { Result: "void" } => Wrapper,
        _ => $"{Wrapper}<{Result}>",
    };

    private static string Statement(string type, string call) => type == "void"
        ? call + ";"
        : $"Use<{type.Replace("dynamic", "object", StringComparison.Ordinal)}>({call});";

    private static string Erase(string type) => type.Replace("?", "", StringComparison.Ordinal).Replace("dynamic", "object", StringComparison.Ordinal);
}
