using System.Text;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Clients;

/// <summary>
/// Writes bodies that call clients of the program's own: behind an interface, through two or three levels, with state and without. What a
/// method's name says has nothing to do with what it does.
/// </summary>
internal sealed class ClientBodyGenerator
{
    private static readonly string[] Names = ["LoadAsync", "FindAsync", "GetAsync", "ReadAsync"];

    private static readonly string[] Words = ["\"a\"", "\"b\"", "code", "other"];

    private readonly StringBuilder _text = new();
    private readonly Choice _choice;
    private readonly string _name;
    private readonly int _levels;

    /// <summary>How many methods in a hundred do more than they should.</summary>
    private readonly int _danger;

    private ClientBodyGenerator(int seed)
    {
        (_choice, _name) = (new(seed), $"Client{seed}");
        _levels = 2 + _choice.Below(2);
        _danger = _choice.Of(0, 15, 40);
    }

    public static BodySource Create(int seed)
    {
        var generator = new ClientBodyGenerator(seed);
        return new(generator._name, generator.Write());
    }

    private string Write()
    {
        Line("using System.Net.Http;\n");
        Line($$"""
            internal sealed class {{_name}}Settings
            {
                public string Root { get; set; } = "v1";
                public string Site { get; set; } = "s";
                public override string ToString() => $"{Root} {Site}";
            }
            """);
        WriteLeaf();
        for (int level = 2; level <= _levels; level++)
            WriteLevel(level);
        WriteHost();
        return _text.ToString();
    }

    private void WriteInterface(int level)
    {
        Line($"internal interface {_name}I{level}\n{{");
        foreach (string name in Names)
            Line($"    Task<string> {name}(string code, CancellationToken token);");
        Line("}\n");
    }

    /// <summary>The class that asks the world.</summary>
    private void WriteLeaf()
    {
        WriteInterface(1);
        Line($"internal sealed class {_name}L1(HttpClient http, {_name}Settings settings) : {_name}I1\n{{");
        var bodies = Names.Select(_ => _choice.Of(_choice.Chance(_danger) ? ClientMethods.Dangerous : ClientMethods.Plain)).ToArray();
        WriteState(bodies);
        foreach (var (name, body) in Names.Zip(bodies))
            WriteMethod(name, body.Replace("@", _name, StringComparison.Ordinal));
        Line(ClientMethods.Helpers);
        Line("}\n");
    }

    /// <summary>Only the fields that some method uses.</summary>
    private void WriteState(string[] bodies)
    {
        var used = ClientMethods.Fields.Where(field => bodies.Any(body => body.Contains(field.Name, StringComparison.Ordinal))).ToArray();
        foreach (var field in used)
            Line("    " + field.Declaration);
        string shown = string.Concat(used.Select(field => $" {{({field.Shown})}}"));
        Line($$"""    public override string ToString() => $"{settings.Root}{settings.Site}{{shown}}";""");
    }

    private void WriteLevel(int level)
    {
        WriteInterface(level);
        bool counts = _choice.Chance(_danger / 2);
        Line($"internal sealed class {_name}L{level}({_name}I{level - 1} inner) : {_name}I{level}\n{{");
        if (counts)
            Line("    private int _calls;");
        Line($"    public override string ToString() => $\"{(counts ? "{_calls} " : "")}{{inner}}\";");
        foreach (string name in Names)
        {
            string call = $"await inner.{_choice.Of(Names)}(code, token)";
            string body = _choice.Below(5) switch
            {
                0 => $"var one = {call}; var two = {Other("x")}; return one + two;",
                1 => $"try {{ return {call}; }} catch (InvalidOperationException) {{ return {Other("y")}; }}",
                2 => $"var text = {call}; return text?.Length > 1 ? text : text + code;",
                // Both are waited for, so that a failure leaves nothing running that no fix has started.
                3 => $"var task = inner.{_choice.Of(Names)}(code, token); var other = inner.{_choice.Of(Names)}(code + \"z\", token); "
                    + "await Task.WhenAll(task, other); return await other + await task;",
                _ => $"return {call};",
            };
            WriteMethod(name, (counts && _choice.Chance(50) ? "_calls++; " : "") + body);
        }

        Line("}\n");
    }

    private void Line(string text) => _text.Append(text).Append('\n');

    private string Other(string suffix) => $"await inner.{_choice.Of(Names)}(code + \"{suffix}\", token)";

    private void WriteMethod(string name, string body) =>
        Line($"    public async Task<string> {name}(string code, CancellationToken token) {{ {body} }}");

    private void WriteHost()
    {
        string made = $"new {_name}L1(http, _settings)";
        for (int level = 2; level <= _levels; level++)
            made = $"new {_name}L{level}({made})";
        Line($$"""
            public sealed class {{_name}}
            {
                internal static int Hits;
                private readonly {{_name}}Settings _settings = new() { Root = "v2" };
                private readonly {{_name}}I{{_levels}} _client;

                public {{_name}}(HttpClient http) => _client = {{made}};

                private static void Move({{_name}}Settings settings) => settings.Root += "m";

            """);
        Line("    public async Task<string> RunAsync(string code, string other, int n, CancellationToken token)\n    {");
        Line("        var all = new List<string>();");
        var known = new List<string>();
        int statements = 2 + _choice.Below(4);
        for (int index = 0; index < statements; index++)
            Line("        " + Statement($"v{index}", known));
        string shown = string.Concat(known.Select(static name => $"{{{name}}} "));
        Line($"        return $\"{shown}{{string.Join(',', all)}} {{n}} {{_client}}\";\n    }}\n}}");
    }

    private string Statement(string name, List<string> known)
    {
        string word = known.Count > 0 && _choice.Chance(20) ? _choice.Of(known) : _choice.Of(Words);
        string call = $"await _client.{_choice.Of(Names)}({word}, token)";
        switch (_choice.Below(15))
        {
            case 0:
                return "n += 3;";
            case 1:
                string first = _choice.Chance(_danger) ? "_settings.Root += item; " : "";
                return $"foreach (var item in new[] {{ \"p\", \"q\", {word} }}) {{ {first}all.Add(await _client.{_choice.Of(Names)}(item, token)); }}";
            case 2:
                return $"all.Add({call});";
            case 3 when known.Count > 0:
                return $"if ({known[^1]}?.Length > 7) throw new KeyNotFoundException(\"no\");";
            case 4:
                return $"await _client.{_choice.Of(Names)}({word}, token);";
            case 12:
                return _choice.Of("_settings.Root += \"x\";", "Move(_settings);", "(_settings.Site, _) = (other, 1);", "Hits++;");
            case 13:
                known.Add(name);
                return $"var {name} = await _client.{_choice.Of(Names)}(_settings.Site = {word}, token);";
            case 5 or 6:
                known.Add(name);
                return $"var {name} = {call} ?? throw new KeyNotFoundException(\"no\" + n);";
            case 7:
                known.Add(name);
                return $"var {name} = {call}; if ({name} is null) throw new KeyNotFoundException(\"none\");";
            default:
                known.Add(name);
                return $"var {name} = {call};";
        }
    }
}
