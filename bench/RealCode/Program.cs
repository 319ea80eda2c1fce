// Runs every rule over a folder of C# sources: what it reports, what it throws, how long it takes.
// dotnet run --project bench/RealCode -c Release -- <folder> [<rule> …]
// dotnet run --project bench/RealCode -c Release -- --sample <seed> <pairs> <loops> <folder> …   places to label before anything is run
// With --silent instead of a rule: at most 40 pairs of client calls, at random, that stay in order, and the condition that keeps them so.
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.RealCode;

if (args is ["--sample", var seed, var pairCount, var loopCount, .. var folders])
{
    int number = 0;
    foreach (var place in PlaceSample.Take(folders, Whole(seed), Whole(pairCount), Whole(loopCount)))
        Console.WriteLine($"\n{++number} {place.Kind} {place.File}:{place.Line}\n{place.Code}");
    return 0;
}

if (args is not [var folder, .. var rules] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: RealCode <folder of C# sources> [<rule to print> ...]");
    return 2;
}

const int Seed = 1, Shown = 40;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var code = CodeBase.Load(folder);
var watch = Stopwatch.StartNew();
var (awaits, resolved) = code.CountAwaits();
Console.WriteLine($"{code.Files:N0} files, {code.Lines:N0} lines, {awaits:N0} awaits, {resolved / (double)Math.Max(1, awaits):P1} of them resolved");
Console.WriteLine($"{watch.Elapsed.TotalSeconds:F1} s to bind every body that awaits");

if (rules is ["--silent"])
{
    var pairs = SilentPair.Find(code.Compilation);
    var conditions = pairs.CountBy(pair => pair.Condition).OrderByDescending(p => p.Value).Select(p => $"{p.Key} {p.Value}");
    Console.WriteLine($"{pairs.Count} pairs stay in order: {string.Join(", ", conditions)}");
    var shown = pairs.ToArray();
    new Random(Seed).Shuffle(shown);
    foreach (var pair in shown.Take(Shown))
        Console.WriteLine($"\n{pair.Show()}");
    return 0;
}

var run = await AnalyzerRun.OverAsync(code.Compilation);
Console.WriteLine($"{run.Elapsed.TotalSeconds:F1} s to run the rules; their own time:");
foreach (var (analyzer, time) in run.Times)
    Console.WriteLine($"  {time.TotalSeconds,7:F2} s  {analyzer}");
Console.WriteLine($"{run.Reports.Count} reports: {string.Join(", ", run.Reports.CountBy(d => d.Id).OrderBy(p => p.Key).Select(p => $"{p.Key} {p.Value}"))}");
Console.WriteLine($"{run.Exceptions.Count} exceptions");
foreach (var exception in run.Exceptions)
    Console.WriteLine(exception);

foreach (var report in run.Reports.Where(report => rules.Length == 0 || rules.Contains(report.Id)))
    Console.WriteLine($"\n{Excerpt.Of(report, context: 12)}");
return run.Exceptions.Count == 0 ? 0 : 1;

static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
