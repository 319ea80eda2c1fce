// Reads the build logs of run.sh and prints medians over the builds: `dotnet run Summarize.cs -- <folder>`.
using System.Globalization;
using System.Text.RegularExpressions;

string[] owners = ["Pipeline.Analyzers", "Microsoft.VisualStudio.Threading.Analyzers", "Meziantou.Analyzer", "AsyncFixer", "Pipeline.Generators"];
var groups = Directory.GetFiles(args[0], "*.log")
    .GroupBy(static file => Path.GetFileName(file).Split('.') is [var code, var analyzers, ..] ? (code, analyzers) : default)
    .OrderByDescending(static group => group.Key.code, StringComparer.Ordinal)
    .ThenBy(static group => Array.IndexOf(["Together", "EveryRule", "PipelineAlone", "ThreadingAlone"], group.Key.analyzers));

Console.WriteLine($"| code | analyzers | {string.Join(" | ", owners)} | compile | Pipeline / Threading | Pipeline / compile |");
Console.WriteLine($"|---|---|{string.Concat(Enumerable.Repeat("---:|", owners.Length + 3))}");
foreach (var group in groups)
{
    var builds = group.Select(Read).ToArray();
    var cells = owners.Select(owner => Cell(builds, build => build.Seconds(owner), "0.00 s"))
        .Append(Cell(builds, static build => build.Compile, "0.00 s"))
        .Append(Cell(builds, build => Ratio(build.Seconds(owners[0]), build.Seconds(owners[1])), "0.000"))
        .Append(Cell(builds, build => Ratio(build.Seconds(owners[0]), build.Compile), "0.00 %"));
    Console.WriteLine($"| {group.Key.code} | {group.Key.analyzers} | {string.Join(" | ", cells)} |");
}

foreach (var group in groups.Where(static group => group.Key.code == "services"))
{
    var builds = group.Select(Read).ToArray();
    Console.WriteLine($"\n{group.Key.analyzers}, rule by rule:");
    foreach (var rule in builds.SelectMany(static build => build.Rules.Keys).Distinct().OrderByDescending(Time))
        Console.WriteLine($"{Time(rule),8:0.000} s  {rule}");

    double Time(string rule) => Median(builds, build => build.Rules.GetValueOrDefault(rule));
}

static string Cell(Build[] builds, Func<Build, double> select, string format) =>
    Median(builds, select) is > 0 and var median ? median.ToString(format, CultureInfo.InvariantCulture) : "–";

static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;

static double Median(Build[] builds, Func<Build, double> select) => builds.Select(select).Order().ElementAt(builds.Length / 2);

static Build Read(string log)
{
    var build = new Build([], []);
    foreach (string line in File.ReadLines(log))
    {
        if (Regex.Match(line, @"^\s+(<?[\d.]+)\s+<?\d+\s+(\S+), Version=") is { Success: true } assembly)
            build.Assemblies.Add((assembly.Groups[2].Value, Number(assembly)));
        else if (Regex.Match(line, @"^\s+(<?[\d.]+)\s+<?\d+\s+Pipeline\.Analyzers\.(.*)$") is { Success: true } rule)
            build.Rules[rule.Groups[2].Value] = Number(rule);
        else if (Regex.Match(line, @"^\s+(\d+) ms\s+Csc\s") is { Success: true } compile)
            build.Compile = double.Parse(compile.Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 1000;
    }

    return build;
}

static double Number(Match match) => double.Parse(match.Groups[1].Value.TrimStart('<'), CultureInfo.InvariantCulture);

internal sealed record Build(List<(string Name, double Seconds)> Assemblies, Dictionary<string, double> Rules)
{
    public double Compile { get; set; }

    public double Seconds(string owner) => Assemblies.Where(assembly => assembly.Name.StartsWith(owner, StringComparison.Ordinal)).Sum(static assembly => assembly.Seconds);
}
