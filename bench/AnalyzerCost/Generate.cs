// Writes a synthetic code base to measure analyzers on: `dotnet run Generate.cs -- <folder> <lines> <services|plain>`.
// Deterministic: the same arguments give the same bytes. With `services`, two in five methods make two or more service calls;
// with `plain`, the same methods call ordinary classes instead.
using System.Globalization;
using System.Text;

if (args is not [var folder, var lineArgument, "services" or "plain"] || !int.TryParse(lineArgument, CultureInfo.InvariantCulture, out var wanted))
{
    Console.Error.WriteLine("usage: dotnet run Generate.cs -- <folder> <lines> <services|plain>");
    return 1;
}

var services = args[2] == "services";
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
        {{(services ? "using Pipeline;\n" : "")}}namespace Synthetic.Area{{file:D4}};

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
    var model = services ? "Model.Proxy" : "Model";
    text.Append(CultureInfo.InvariantCulture, $$"""

        {{(services ? "[Service]\n" : "")}}public partial class Flow{{type}}({{model}} first, {{model}} second, {{model}} third)
        {
            private readonly List<Row> _seen = [];

        """);
    for (var method = 0; method < 10; method++) WriteMethod(text, method);
    text.Append("}\n");
}

void WriteMethod(StringBuilder text, int method)
{
    methods++;
    var calls = random.Next(10) switch { < 3 => 0, < 6 => 1, < 8 => 2, 8 => 3, _ => 4 };
    if (calls >= 2) methodsWithCalls++;
    text.Append(CultureInfo.InvariantCulture, $$"""
            {{(services ? "[Api] " : "")}}public async Task<double> Compute{{method}}Async(Row row, CancellationToken ct)
            {
                ArgumentNullException.ThrowIfNull(row);
                var total = (double)row.Id;

        """);
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
    text.Append("        await Task.Yield();\n        return total;\n    }\n\n");
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
