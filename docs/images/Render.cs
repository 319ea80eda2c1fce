// Draws docs/images/warning.svg from what the tools really say: builds the two files beside this one in a project of their own, takes
// the warning from the compiler's output, lets `dotnet format analyzers` fix it, and draws the code before and after.
// Usage, from the repository's root, after a Release build: dotnet run docs/images/Render.cs
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

var root = Directory.GetCurrentDirectory();
var images = Path.Combine(root, "docs", "images");
if (!File.Exists(Path.Combine(images, "Ensemble.cs")))
{
    Console.Error.WriteLine("Run it from the repository's root.");
    return 1;
}

var work = Directory.CreateTempSubdirectory("pipeline-image-").FullName;
try
{
    string[] components = ["Generators", "Analyzers", "CodeFixes"];
    var binaries = Path.Combine(root, "artifacts", "bin");
    File.WriteAllText(Path.Combine(work, "Image.csproj"), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{binaries}/Pipeline/release/Pipeline.dll" />
            {string.Join("\n    ", components.Select(name => $"<Analyzer Include=\"{binaries}/Pipeline.{name}/release/Pipeline.{name}.dll\" />"))}
          </ItemGroup>
        </Project>
        """);
    foreach (var file in new[] { "Ensemble.cs", "Services.cs" }) File.Copy(Path.Combine(images, file), Path.Combine(work, file));

    var before = Body();
    var report = Regex.Match(Run("build", "-nologo", "-v:q"), @"Ensemble\.cs\((\d+),(\d+)\): (warning PIPE001: .*?) \(http");
    if (!report.Success)
    {
        Console.Error.WriteLine("The compiler reported no PIPE001.");
        return 1;
    }

    Run("format", "analyzers", "Image.csproj", "--diagnostics", "PIPE001");
    var after = Body();
    var flagged = File.ReadAllLines(Path.Combine(images, "Ensemble.cs"))[Number(report, 1) - 1];
    File.WriteAllText(Path.Combine(images, "warning.svg"), Draw(before, flagged.Trim(), report.Groups[3].Value, after));
    return 0;
}
finally
{
    Directory.Delete(work, recursive: true);
}

static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

string Run(params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = work, RedirectStandardOutput = true })!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
}

// The method that the picture is about.
string[] Body() => [.. File.ReadAllLines(Path.Combine(work, "Ensemble.cs")).Skip(6).SkipLast(1).Select(line => line.Length > 4 ? line[4..] : "")];

static string Draw(string[] before, string flagged, string warning, string[] after)
{
    const int Left = 24;
    const int Line = 22;
    const double Character = 8.43;
    var svg = new StringBuilder();
    var y = 44;
    foreach (var line in before)
    {
        Text(line, "code");
        if (line.Trim() == flagged)
        {
            var start = line.IndexOf("await ", StringComparison.Ordinal) + "await ".Length;
            Squiggle(start, line.Length - 1 - start);
            foreach (var part in Wrap(warning, 104)) Text("    " + part, "warning");
        }
    }

    y += 10;
    svg.Append(CultureInfo.InvariantCulture, $"<line x1='{Left}' x2='976' y1='{y - 14}' y2='{y - 14}' class='rule'/>\n");
    Text("dotnet format analyzers --diagnostics PIPE001      (or the light bulb: Run together)", "note");
    y += 6;
    foreach (var line in after) Text(line, "code");
    return $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {y}" width="1000" height="{y}" font-family="ui-monospace, 'Cascadia Code', Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
        <style>.code {"{"} fill: #d4d4d4 {"}"} .keyword {"{"} fill: #569cd6 {"}"} .warning {"{"} fill: #e2b93d {"}"} .note {"{"} fill: #7fb37f {"}"} .rule {"{"} stroke: #444 {"}"} .squiggle {"{"} stroke: #e2b93d; fill: none {"}"}</style>
        <rect width="1000" height="{y}" rx="10" fill="#1e1e1e"/>
        {svg}</svg>

        """;

    void Text(string text, string style)
    {
        if (text.Length > 0)
        {
            var escaped = WebUtility.HtmlEncode(text);
            if (style == "code") escaped = Regex.Replace(escaped, @"\b(public|async|await|return|new|var|string)\b", "<tspan class='keyword'>$1</tspan>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x='{Left}' y='{y}' class='{style}' xml:space='preserve'>{escaped}</text>\n");
        }

        y += Line;
    }

    void Squiggle(int start, int length)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path class='squiggle' d='M{Left + (start * Character):F1} {y - Line + 5}");
        for (var x = 0.0; x < length * Character; x += 4) svg.Append(CultureInfo.InvariantCulture, $" l2 3 l2 -3");
        svg.Append("'/>\n");
    }
}

static IEnumerable<string> Wrap(string text, int width)
{
    var line = "";
    foreach (var word in text.Split(' '))
    {
        if (line.Length + word.Length > width)
        {
            yield return line;
            line = "";
        }

        line += line.Length == 0 ? word : " " + word;
    }

    yield return line;
}
