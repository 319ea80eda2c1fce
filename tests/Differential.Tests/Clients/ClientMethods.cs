namespace Pipeline.Differential.Clients;

/// <summary>What the methods of a client may do; <c>@</c> stands for the body's name.</summary>
internal static class ClientMethods
{
    /// <summary>They change nothing.</summary>
    public static readonly string[] Plain =
    [
        "return await http.GetStringAsync($\"/rates/{code}\", token);",
        "return await http.GetStringAsync(\"/names/\" + code, token);",
        "using var response = await http.GetAsync($\"/pages/{code}\", token); return await response.Content.ReadAsStringAsync(token);",
        "return await http.GetStringAsync($\"/{settings.Root}/rates/{code}\", token);",
        "var text = await http.GetStringAsync($\"/texts/{code}\", token); return text + settings.Site;",
        "return await Retry(() => http.GetStringAsync($\"/tries/{code}\", token));",
        "return Pick(await http.GetStringAsync($\"/picks/{code}\", token), text => text.Trim() + settings.Site);",
        "return await Twice(() => http.GetStringAsync($\"/twice/{code}\", token));",
        "var text = await http.GetStringAsync($\"/maybe/{code}\", token); return text is \"s0\" or \"s1\" ? null! : text;",
        "return await http.GetStringAsync($\"/perhaps/{code}\", token) is { } text and not \"s2\" ? text : null!;",
        "var list = new List<string>(); list.Add(await http.GetStringAsync($\"/lists/{code}\", token)); return string.Join(',', list);",
        "var map = new Dictionary<string, string>(); map[code] = await http.GetStringAsync($\"/maps/{code}\", token); return map[code];",
    ];

    /// <summary>They change something, or look at what others change.</summary>
    public static readonly string[] Dangerous =
    [
        "_count++; return await http.GetStringAsync($\"/rates/{code}\", token);",
        "var text = await http.GetStringAsync($\"/rates/{code}\", token); _last = code; return text;",
        "return _last + await http.GetStringAsync($\"/rates/{code}\", token);",
        "_seen.Add(code); return await http.GetStringAsync($\"/rates/{code}\", token);",
        "return string.Join('.', _seen) + await http.GetStringAsync($\"/rates/{code}\", token);",
        "using var answer = await http.PostAsync($\"/rates/{code}\", null, token); return await answer.Content.ReadAsStringAsync(token);",
        "settings.Root += \"x\"; return await http.GetStringAsync($\"/rates/{code}\", token);",
        "(settings.Site, _) = (code, 1); return await http.GetStringAsync($\"/rates/{code}\", token);",
        "return await Retry(() => { _count++; return http.GetStringAsync($\"/rates/{code}\", token); });",
        "return await Retry(async () => { using var answer = await http.PutAsync($\"/rates/{code}\", null, token); return code; });",
        "if (_known.TryGetValue(code, out var text)) return text; "
            + "return _known[code] = await http.GetStringAsync($\"/rates/{code}\", token);",
        "@.Hits++; return await http.GetStringAsync($\"/rates/{code}\", token);",
        "return @.Hits + await http.GetStringAsync($\"/rates/{code}\", token);",
        "_later ??= () => Task.FromResult(code); return await Retry(_later) + await http.GetStringAsync($\"/rates/{code}\", token);",
        "return Pick(await http.GetStringAsync($\"/rates/{code}\", token), text => text + ++_count);",
        "Bump(ref _count); return await http.GetStringAsync($\"/rates/{code}\", token);",
        "Fill(items => items.Add(code), _seen); return await http.GetStringAsync($\"/rates/{code}\", token);",
        "Interlocked.Increment(ref _count); return await http.GetStringAsync($\"/rates/{code}\", token);",
        "return await http.GetStringAsync($\"/rates/{_count}\", token);",
        "var all = _seen; all.Insert(0, code); return await http.GetStringAsync($\"/rates/{code}\", token);",
    ];

    /// <summary>Methods that all clients have; those that call what they are given do nothing else.</summary>
    public const string Helpers = """
            private static async Task<T> Retry<T>(Func<Task<T>> call)
            {
                try { return await call(); } catch (TimeoutException) { return await call(); }
            }
            private Task<T> Twice<T>(Func<Task<T>> call) => Retry(call);
            private static string Pick(string text, Func<string, string>? pick) => pick is null ? text : pick(text);
            private static void Bump(ref int count) => count++;
            private static void Fill(Action<List<string>> fill, List<string> items) => fill(items);
        """;

    /// <summary>The fields, by the names that the methods use, and how they are shown.</summary>
    public static readonly (string Name, string Declaration, string Shown)[] Fields =
    [
        ("_count", "private int _count;", "_count"),
        ("_last", "private string _last = \"\";", "_last"),
        ("_seen", "private readonly List<string> _seen = [];", "string.Join('.', _seen)"),
        ("_known", "private readonly Dictionary<string, string> _known = [];", "_known.Count"),
        ("_later", "private Func<Task<string>>? _later;", "_later is null"),
    ];
}
