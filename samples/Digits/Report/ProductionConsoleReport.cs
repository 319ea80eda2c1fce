using Digits.Production;
using Pipeline;
using Spectre.Console;

namespace Digits.Report;

/// <summary>What the demonstrations showed, for people.</summary>
public sealed class ProductionConsoleReport(IAnsiConsole console)
{
    /// <summary>Writes what was chosen.</summary>
    public void Write(ProductionReport report)
    {
        if (report.Limits is { } limits)
            Write(limits);
        if (report.Deadline is { } deadline)
            Write(deadline);
        if (report.Flaky is { } flaky)
            Write(flaky);
    }

    private void Write(LimitsResult result)
    {
        console.Write(Heading.Of("Limits: more calls than a service takes"));
        console.Write(CompositionTree.Of(ReadingDesk.Definition));
        WriteRows(
            ("configured", Lines(result.Settings)),
            ("called", $"{result.Calls} times at once"),
            ("ran", $"{result.MostRunning} at a time, at most"),
            ("waited", $"{result.Waited}"),
            ("refused", $"{result.Refused}, each at once with a {nameof(ServiceOverloadedException)}:\n{result.Refusal}"),
            ("answered", Answers(result)));
    }

    private static string Answers(LimitsResult result) =>
        $"{result.Answered}; {result.AsAlone} as the model answers alone, {Percent(result.Accuracy)} of their digits read right";

    private void Write(DeadlineResult result)
    {
        console.Write(Heading.Of("Deadline: too little time for a model two services below"));
        console.Write(CompositionTree.Of(FrontDesk.Definition));
        WriteRows(
            ("configured", Lines(result.Settings)),
            ("thrown", $"{nameof(ServiceTimeoutException)}:\n{result.Message}"),
            ("path", result.Path),
            ("budget", $"{result.BudgetMs:F0} ms"),
            ("spent", Lines(result.Spent)),
            ("below", $"SleepyModel saw that it had {result.LeftMs:F0} ms left, and was told to stop when they were over"));
    }

    private void Write(FlakyResult result)
    {
        console.Write(Heading.Of("Flaky: a model that fails twice before it answers"));
        console.Write(CompositionTree.Of(FlakyModel.Definition));
        Write(result.WithoutRetries);
        Write(result.WithRetries);
    }

    private void Write(FlakyCall call) => WriteRows(
        ("configured", Lines(call.Settings)),
        ("log", Lines(call.Log)),
        call.Accuracy is { } accuracy
            ? ("answered", $"{Percent(accuracy)} of the digits read right")
            : ("thrown", $"{call.Exception}\nCallFailure.Of(exception): {call.Failure}"));

    private void WriteRows(params (string Label, string Text)[] rows)
    {
        Grid grid = new Grid().AddColumns(new GridColumn { Width = 11, NoWrap = true }, new GridColumn());
        foreach (var (label, text) in rows)
            grid.AddRow(new Markup($"[bold]{label}[/]"), new Text(text));
        console.Write(grid);
        console.WriteLine();
    }

    private static string Percent(double share) => $"{share * 100:F1} %";

    private static string Lines<T>(IEnumerable<T> lines) => string.Join('\n', lines);
}
