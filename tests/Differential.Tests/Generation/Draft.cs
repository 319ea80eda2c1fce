using System.Text;

namespace Pipeline.Differential.Generation;

/// <summary>A body in the making: its text so far, what is in scope, and how many calls it may still hold.</summary>
internal sealed class Draft
{
    private const int DeepestNesting = 3;

    private readonly StringBuilder _text = new();
    private int _indentation = 2;

    public Draft(Choice choice, Profile profile)
    {
        (Choice, Profile, IsCommented) = (choice, profile, choice.Chance(8));
        Values = new Values(this);
        Calls = new Calls(this);
    }

    public Choice Choice { get; }

    public Profile Profile { get; }

    public Scope Scope { get; } = new();

    public Values Values { get; }

    public Calls Calls { get; }

    /// <summary>The text of the statements so far.</summary>
    public string Text => _text.ToString();

    /// <summary>How many variables were in scope when the innermost block began.</summary>
    public int BlockStart { get; private set; }

    public bool CanNest => _indentation < DeepestNesting + 2;

    /// <summary>Whether there is a comment on every line.</summary>
    public bool IsCommented { get; }

    public void Line(string text) => _text.Append(' ', 4 * _indentation).Append(text).Append(Remark(text)).Append('\n');

    /// <summary>Now and then a comment at the end of a statement.</summary>
    private string Remark(string text) =>
        IsCommented ? text is "{" or "}" || text.StartsWith('#') || Choice.Chance(30) ? "" : $" // note {Scope.Fresh("beside")}"
        : text.EndsWith(';') && Choice.Chance(4) ? $" // note {Scope.Fresh("beside")}" : "";

    /// <summary>Where there is a comment on every line, sometimes one among the arguments, too.</summary>
    public string Aside() => IsCommented && Choice.Chance(15) ? $"/* note {Scope.Fresh("inside")} */ " : "";

    /// <summary>A block with its own scope; tasks started in it are awaited before it ends.</summary>
    public void Block(string header, Action body)
    {
        var (depth, outer) = (Scope.Depth, BlockStart);
        BlockStart = depth;
        Line(header);
        Line("{");
        _indentation++;
        body();
        AwaitStarted(depth);
        _indentation--;
        Line("}");
        Scope.CloseTo(depth);
        BlockStart = outer;
    }

    /// <summary>Declares a local of a fresh name; the initialiser does not see it.</summary>
    public string Declare(string type, string initializer, string keyword = "var")
    {
        var name = Scope.Fresh(Stem(type));
        Line($"{keyword} {name} = {initializer};");
        return Scope.Declare(type, name);
    }

    /// <summary>A variable that may be assigned, or null.</summary>
    public string? Assignable(string type) =>
        Scope.Of(type).Where(variable => !variable.IsFixed).ToArray() is [_, ..] candidates ? Choice.Of(candidates).Name : null;

    public void Statements(int count)
    {
        for (var i = 0; i < count; i++)
            Statement();
    }

    public void Statement()
    {
        if (Choice.Chance(IsCommented ? 60 : 8))
            Line($"// note {Scope.Fresh("before")}");
        if (Choice.Chance(10) && _text.Length > 0 && _text[^2] is not ('{' or '\n'))
            _text.Append('\n');
        Choice.Weighted(Production.All, production => CanNest || !production.Nests ? production.Weight * Profile.WeightOf(production.Kind) : 0).Write(this);
    }

    public void AwaitStarted(int depth = 0)
    {
        foreach (var started in Scope.Variables.Skip(depth).Where(variable => variable.Type.StartsWith("Task<", StringComparison.Ordinal)))
            Line($"await {started.Name};");
    }

    private static string Stem(string type) => type switch
    {
        "int" => "n",
        "string" => "text",
        "bool" => "is",
        "Row" or "Row?" => "row",
        "Box" => "box",
        "int[]" => "array",
        "List<int>" => "list",
        _ => "it",
    };
}
