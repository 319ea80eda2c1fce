using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Analyzers.Tests.Effects.Oracle;

/// <summary>Random bodies over everything a service can reach, made of templates: <c>{S}</c> stands for any expression of that kind.</summary>
internal sealed partial class EffectBodyGenerator(int seed)
{
    private const int MaxDepth = 4;

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, List<string>> _locals = [];
    private int _names;

    /// <summary>The next body: the statements of a method that gets <c>Arg a</c> and <c>int k</c> and returns an <c>int</c>.</summary>
    public string Next()
    {
        _locals.Clear();
        _names = 0;
        var body = new StringBuilder("int n = 0; ");
        for (int left = _random.Next(1, 5); left > 0; left--)
            body.Append(Statement()).Append(' ');
        return body.Append("return n;").ToString();
    }

    private string Statement()
    {
        if (_random.Next(3) > 0)
            return Fill(Pick(EffectTemplates.Statements), 0);

        string kind = Pick([.. EffectTemplates.Expressions.Keys.Where(static key => key != "i")]);
        string name = NewName();
        string declaration = $"var {name} = {Expression(kind, 0)};";
        if (!_locals.TryGetValue(kind, out var locals))
            _locals.Add(kind, locals = []);
        locals.Add(name);
        return declaration;
    }

    private string Expression(string kind, int depth)
    {
        if (_locals.TryGetValue(kind, out var locals) && _random.Next(2) == 0)
            return Pick(locals);
        var templates = EffectTemplates.Expressions[kind];

        // The first templates of a kind hold no others, so that an expression comes to an end.
        return Fill(depth >= MaxDepth ? templates[_random.Next(2)] : Pick(templates), depth + 1);
    }

    private string Fill(string template, int depth)
    {
        string name = NewName();
        return Hole().Replace(template.Replace("#", name, StringComparison.Ordinal), hole => Expression(hole.Groups[1].Value, depth));
    }

    private string NewName() => "v" + (_names++).ToString(CultureInfo.InvariantCulture);

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    [GeneratedRegex(@"\{(i|L|A|S|LS|M|B|X)\}")]
    private static partial Regex Hole();
}
