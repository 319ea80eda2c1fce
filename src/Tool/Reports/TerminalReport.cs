using System.Globalization;
using Pipeline.Tool.Scanning;
using Spectre.Console;

namespace Pipeline.Tool.Reports;

/// <summary>The findings as a ranked list.</summary>
internal static class TerminalReport
{
    public static void Write(IAnsiConsole console, ScanResult result, IReadOnlyList<string> notes, int top)
    {
        foreach (string note in notes)
            console.MarkupLineInterpolated($"[grey]{note}[/]");
        foreach (string failure in result.Failures)
            console.MarkupLineInterpolated($"[red]{failure}[/]");

        int rank = 0;
        foreach (var finding in result.Findings.Take(top))
        {
            string severity = Severities.NameOf(finding.Diagnostic.Severity);
            string saves = finding.Saves > 0 ? string.Create(CultureInfo.InvariantCulture, $" {finding.Saves:0.#} ms") : "";
            console.MarkupLineInterpolated($"{++rank,3}. [bold]{finding.File}:{finding.Line}[/] [grey]{severity}[/][green]{saves}[/]");
            console.MarkupLineInterpolated($"     {finding.Diagnostic.Id}: {finding.Message}");
        }

        if (result.Findings.Count > top)
        {
            console.MarkupLineInterpolated(
                $"[grey]… and {result.Findings.Count - top} more; --top lists more, --html and --sarif write all.[/]");
        }

        console.MarkupLineInterpolated($"{result.Findings.Count} place(s) in {result.Projects} project(s).");
    }
}
