using Digits.Measuring;
using Spectre.Console;

namespace Digits.Report;

/// <summary>A pattern's calls as bars over time, each starting when what it waits for has ended, above the time the pattern took.</summary>
public static class Timeline
{
    private const int Width = 44;

    /// <summary>Draws a pattern on a scale that ends at <paramref name="scaleMs"/>.</summary>
    public static Grid Of(PatternResult result, double scaleMs)
    {
        Grid grid = new Grid().AddColumns(
            new GridColumn { Width = 10, NoWrap = true },
            new GridColumn { Width = 16, NoWrap = true },
            new GridColumn { Width = Width, NoWrap = true },
            new GridColumn { Width = 4, NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0) });
        for (int call = 0; call < result.CallsMs.Length; call++)
        {
            string bar = Bar(result.StartMs(call), result.CallsMs[call], scaleMs);
            grid.AddRow(call == 0 ? $"[bold]{result.Pattern.Name}[/]" : "", result.Pattern.Calls[call].Name, $"[blue]{bar}[/]", $"{result.CallsMs[call]:F0}");
        }
        grid.AddRow("", "[bold]took[/]", $"[green]{Bar(0, result.ElapsedMs, scaleMs)}[/]", $"[bold]{result.ElapsedMs:F0}[/]");
        return grid;
    }

    private static string Bar(double startMs, double ms, double scaleMs)
    {
        int start = (int)Math.Round(startMs / scaleMs * Width);
        int end = (int)Math.Round((startMs + ms) / scaleMs * Width);
        return new string(' ', start) + (end > start ? new string('█', end - start) : "▏");
    }
}
