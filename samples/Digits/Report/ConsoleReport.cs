using Digits.Measuring;
using Spectre.Console;

namespace Digits.Report;

/// <summary>The report for people.</summary>
public sealed class ConsoleReport(IAnsiConsole console)
{
    /// <summary>Writes the report.</summary>
    public void Write(DigitsReport report)
    {
        (int training, int heldOut) = (report.Digits.Training.Count, report.Digits.HeldOut.Count);
        console.WriteLine($"{training + heldOut} handwritten digits: {training} to learn from, {heldOut} held out.");
        console.Write(Heading.Of("The composition"));
        console.Write(CompositionTree.Of(Ensemble.Definition));
        console.Write(Heading.Of("Accuracy on the held-out digits"));
        console.Write(Accuracies(report));
        double longest = report.Patterns.Max(pattern => Math.Max(pattern.ElapsedMs, pattern.LongestPathMs));
        console.Write(Heading.Of($"Time for a batch of {heldOut} × {report.Copies} pictures on {report.Cores} cores, in ms"));
        console.Write(Times(report));
        foreach (PatternResult pattern in report.Patterns)
            console.Write(Timeline.Of(pattern, longest));
        console.WriteLine("path   the longest chain of calls that wait for one another, each measured alone");
        console.WriteLine($"floor  what {report.Cores} cores can reach at best: max(path, sum / {report.Cores})");
        console.WriteLine($"resilient went on without OutdatedModel, which failed: {report.Failure}");
    }

    private static Table Accuracies(DigitsReport report)
    {
        Table table = Columns("", "accuracy");
        foreach (ModelAccuracy model in report.Models)
            table.AddRow(Markup.Escape(model.Name), Percent(model.Accuracy));

        string[] members = [.. report.Models.Where(model => model.IsMember).Select(model => model.Name)];
        table.AddRow($"mean of {string.Join(", ", members)}", Percent(report.Models.Where(model => model.IsMember).Average(model => model.Accuracy)));
        foreach (PatternResult pattern in report.Patterns)
            table.AddRow($"[bold]ensemble, {pattern.Pattern.Name}[/]", $"[bold]{Percent(pattern.Accuracy)}[/]");
        return table;
    }

    private static Table Times(DigitsReport report)
    {
        Table table = Columns("", "took", "sum", "longest", "path", "floor", "took / floor");
        foreach (PatternResult result in report.Patterns)
        {
            double floor = result.FloorMs(report.Cores);
            table.AddRow(
                $"[bold]{result.Pattern.Name}[/]",
                $"[bold]{result.ElapsedMs:F0}[/]",
                $"{result.SumMs:F0}",
                $"{result.LongestMs:F0}",
                $"{result.LongestPathMs:F0}",
                $"{floor:F0}",
                $"[bold]{result.ElapsedMs / floor:F2}[/]");
        }
        return table;
    }

    private static Table Columns(params string[] headers)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (int column = 0; column < headers.Length; column++)
            table.AddColumn(new TableColumn(headers[column]) { Alignment = column == 0 ? Justify.Left : Justify.Right, NoWrap = true });
        return table;
    }

    private static string Percent(double share) => $"{share * 100:F1} %";
}
