// Writes a synthetic code base to measure analyzers and generators on: `dotnet run Generate.cs -- <folder> <lines> <kind>`.
// Deterministic: the same arguments give the same bytes. With `services`, two in five methods make two or more service calls;
// with `plain`, the same methods call ordinary classes instead; with `mediator` each is the handler of a request of its own, with
// `mvvm` a command of a view model.
using System.Globalization;
using System.Text;

if (args is not [var folder, var lineArgument, ("services" or "plain" or "mediator" or "mvvm") and var kind] || !int.TryParse(lineArgument, CultureInfo.InvariantCulture, out var wanted))
{
    Console.Error.WriteLine("usage: dotnet run Generate.cs -- <folder> <lines> <services|plain|mediator|mvvm>");
    return 1;
}

var services = kind == "services";
Directory.CreateDirectory(folder);
var random = new Random(20260101);
var written = 0;
var methods = 0;
var methodsWithCalls = 0;
for (var file = 0; written < wanted; file++)
{
    var text = new StringBuilder();
    WriteFile(text, file);
    File.WriteAllText(Path.Combine(folder, $"Area{file:D4}.cs"), text.ToString());
    written += text.ToString().Count(character => character == '\n');
}

Console.WriteLine($"{written} lines, {methods} async methods, {100 * methodsWithCalls / methods} % of them with two or more calls");
return 0;

void WriteFile(StringBuilder text, int file)
{
    text.Append(CultureInfo.InvariantCulture, $$"""
        {{Usings()}}namespace Synthetic.Area{{file:D4}};

        public sealed record Row(int Id, string Name, double[] Values);

        {{(services ? "[Service]\n" : "")}}public partial class Model
        {
            {{(services ? "[Api] " : "")}}public async Task<double> PredictAsync(Row row, CancellationToken ct)
            {
                await Task.Delay(1, ct);
                return row.Values.Sum() / Math.Max(1, row.Values.Length);
            }

            {{(services ? "[Api] " : "")}}public async Task<string> GetLabelAsync(int id, CancellationToken ct)
            {
                await Task.Yield();
                return "label " + id;
            }

            {{(services ? "[Api] " : "")}}public async Task SaveAsync(Row row, CancellationToken ct) => await Task.Delay(1, ct);
        }

        """);
    for (var type = 0; type < 8; type++) WriteType(text, type);
}

void WriteType(StringBuilder text, int type)
{
    if (kind != "mediator") WriteClass(text, $"{(services ? "[Service]\n" : "")}public partial class Flow{type}", kind == "mvvm" ? " : ObservableObject" : "");
    for (var method = 0; method < 10; method++) WriteMethod(text, type, method);
    if (kind != "mediator") text.Append("}\n");
}

void WriteClass(StringBuilder text, string header, string bases)
{
    var model = services ? "Model.Proxy" : "Model";
    text.Append(CultureInfo.InvariantCulture, $$"""

        {{header}}({{model}} first, {{model}} second, {{model}} third){{bases}}
        {
            private readonly List<Row> _seen = [];
        {{(kind == "mvvm" ? "\n    [ObservableProperty] private Row? _current;\n" : "")}}
        """);
}

string Usings() => kind switch
{
    "services" => "using Pipeline;\n",
    "mediator" => "using Mediator;\n",
    "mvvm" => "using CommunityToolkit.Mvvm.ComponentModel;\nusing CommunityToolkit.Mvvm.Input;\n",
    _ => "",
};

void WriteHead(StringBuilder text, int type, int method)
{
    if (kind == "mediator")
    {
        var request = $"Compute{method}OfFlow{type}";
        text.Append(CultureInfo.InvariantCulture, $"\npublic sealed record {request}(Row Row) : IRequest<double>;\n");
        WriteClass(text, $"public sealed class {request}Handler", $" : IRequestHandler<{request}, double>");
        text.Append(CultureInfo.InvariantCulture, $"    public async ValueTask<double> Handle({request} request, CancellationToken ct)\n    {{\n        var row = request.Row;\n");
        return;
    }

    var (attribute, result) = kind switch { "services" => ("[Api] ", "Task<double>"), "mvvm" => ("[RelayCommand] ", "Task"), _ => ("", "Task<double>") };
    text.Append(CultureInfo.InvariantCulture, $"    {attribute}public async {result} Compute{method}Async(Row row, CancellationToken ct)\n    {{\n");
}

void WriteMethod(StringBuilder text, int type, int method)
{
    methods++;
    var calls = random.Next(10) switch { < 3 => 0, < 6 => 1, < 8 => 2, 8 => 3, _ => 4 };
    if (calls >= 2) methodsWithCalls++;
    WriteHead(text, type, method);
    text.Append("        ArgumentNullException.ThrowIfNull(row);\n        var total = (double)row.Id;\n");
    var names = new[] { "first", "second", "third" };
    for (var call = 0; call < calls; call++)
    {
        var target = names[random.Next(3)] + (services ? ".ToAsync" : "");
        var suffix = services ? "" : "Async";
        var independent = random.Next(2) == 0 || call == 0;
        var argument = independent ? "row" : $"row with {{ Id = (int)value{call - 1} }}";
        text.Append(CultureInfo.InvariantCulture, $"        var value{call} = await {target}.Predict{suffix}({argument}, ct);\n");
        if (random.Next(3) == 0) text.Append(CultureInfo.InvariantCulture, $"        if (value{call} < 0) throw new InvalidOperationException(\"negative\");\n");
    }

    for (var statement = random.Next(3, 9); statement > 0; statement--) text.Append(Filler());
    for (var call = 0; call < calls; call++) text.Append(CultureInfo.InvariantCulture, $"        total += value{call};\n");
    text.Append("        await Task.Yield();\n");
    text.Append(kind == "mvvm" ? "        _seen.Add(row with { Id = (int)total });\n    }\n\n" : "        return total;\n    }\n\n");
    if (kind == "mediator") text.Append("}\n");
}

string Filler() => random.Next(6) switch
{
    0 => "        foreach (var value in row.Values)\n        {\n            total += value > 0.5 ? Math.Sqrt(value) : value * value;\n        }\n",
    1 => "        total += await Task.Run(() => row.Values.Where(v => v > 1).Select(v => v * 2).Sum(), ct);\n",
    2 => "        try\n        {\n            _seen.Add(row);\n        }\n        catch (InvalidOperationException e)\n        {\n            Console.WriteLine(e.Message);\n        }\n",
    3 => "        using (var buffer = new MemoryStream())\n        {\n            await buffer.WriteAsync(new byte[16], ct);\n            total += buffer.Length;\n        }\n",
    4 => "        var text = $\"{row.Name}: {total:F2}\";\n        if (text.Length > 80) text = text[..80];\n        total += text.Length;\n".Replace("text", "text" + random.Next(100000)),
    _ => "        total = row.Name switch { \"a\" => total + 1, \"b\" => total + 2, _ => total };\n",
};
