using System.Globalization;
using Pipeline.Traces;
using Spectre.Console;

namespace Digits.Report;

/// <summary>A request as a tree of its calls: when each ran, what the request waited for, and the slack of the others.</summary>
public sealed class RequestTree(IAnsiConsole console)
{
    private const int Width = 30;

    /// <summary>Draws a request under its title.</summary>
    public void Write(string title, RequestTrace request)
    {
        CriticalPath path = request.Path;
        console.Write(new Rule($"[bold]{Markup.Escape(title)}[/]") { Justification = Justify.Left });
        var tree = new Tree(Label(request.Root, request));
        Add(tree, request.Root, request);
        console.Write(tree);
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Duration.TotalMilliseconds:0.0} ms for {path.Work.TotalMilliseconds:0.0} ms of work: "
            + $"{path.AchievedParallelism:0.00} at a time, {path.PossibleParallelism:0.00} possible"
            + $"{(path.IsFromTimesAlone ? " as far as times tell" : "")}"));
    }

    private static void Add(IHasTreeNodes parent, TracedCall call, RequestTrace request)
    {
        foreach (TracedCall inner in call.Calls)
            Add(parent.AddNode(Label(inner, request)), inner, request);
    }

    private static string Label(TracedCall call, RequestTrace request)
    {
        TimeSpan onPath = request.Path.TimeOf(call);
        string color = call.Failure is not null ? "red" : onPath > TimeSpan.Zero ? "yellow" : "grey";
        string waits = request.Path.SlackOf(call) is { Ticks: > 0 } slack
            ? string.Create(CultureInfo.InvariantCulture, $"slack {slack.TotalMilliseconds:0.0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"on the path {onPath.TotalMilliseconds:0.0} ms");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{color}]{Bar(call, request.Duration)}[/] {Markup.Escape(call.Name)} {call.Duration.TotalMilliseconds:0.0} ms, "
            + $"[{color}]{waits}[/]");
    }

    private static string Bar(TracedCall call, TimeSpan whole)
    {
        int start = (int)(call.Start / whole * Width);
        int length = Math.Clamp((int)Math.Round(call.Duration / whole * Width), 1, Width - Math.Min(start, Width - 1));
        return $"{new string('·', Math.Min(start, Width - 1))}{new string('━', length)}".PadRight(Width, '·');
    }
}
