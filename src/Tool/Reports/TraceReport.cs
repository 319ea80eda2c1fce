using System.Globalization;
using Pipeline.Traces;
using Spectre.Console;

namespace Pipeline.Tool.Reports;

/// <summary>Requests in the terminal: each a tree of its calls, with when each ran and what the request waited for.</summary>
internal sealed class TraceReport(IAnsiConsole console)
{
    private const int Width = 32;
    private const int MostCalls = 200;

    /// <param name="requests">The requests, the slowest first.</param>
    /// <param name="top">How many are drawn.</param>
    public void Write(IReadOnlyList<RequestTrace> requests, int top)
    {
        if (requests.Count > 1)
            WriteTable(requests);
        foreach (var request in requests.Take(top))
            Write(request);
    }

    private void WriteTable(IReadOnlyList<RequestTrace> requests)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("request", "count", "p50", "p95", "at a time");
        foreach (var api in requests.GroupBy(static request => request.Root.Name).OrderByDescending(static api => api.Count()))
        {
            var times = Quantiles.Of(api.Select(static request => request.Duration));
            double achieved = api.Average(static request => request.Path.AchievedParallelism);
            table.AddRow(
                Markup.Escape(api.Key), Invariant($"{api.Count()}"), Time(times.P50), Time(times.P95), Invariant($"{achieved:0.00}"));
        }

        console.Write(table);
    }

    private void Write(RequestTrace request)
    {
        var path = request.Path;
        // No rule across the console: a file that it is written to has no width to end at.
        console.MarkupLine($"[bold]{Markup.Escape(request.Root.Name)}[/] [grey]{request.TraceId}[/]");
        var tree = new Tree(Label(request.Root, request));
        int left = MostCalls;
        Add(tree, request.Root, request, ref left);
        console.Write(tree);
        if (left < 0)
            console.MarkupLineInterpolated($"[grey]… and {-left} call(s) more; --html and --json have all.[/]");
        console.MarkupLine(
            $"{Time(path.Duration)} for {Time(path.Work)} of work: {Invariant($"{path.AchievedParallelism:0.00}")} at a time"
            + (path.IsFromTimesAlone
                ? "[grey]; what could have been is not known, as nothing says which call needs which (--dependences)[/]"
                : $", of {Invariant($"{path.PossibleParallelism:0.00}")} that were possible"));
        console.MarkupLine("[grey]─ beside the path  [yellow]━[/] on the critical path  [blue]░[/] waits for a slot[/]");
        console.WriteLine();
    }

    private static void Add(IHasTreeNodes parent, TracedCall call, RequestTrace request, ref int left)
    {
        foreach (var inner in call.Calls)
        {
            if (left-- > 0)
                Add(parent.AddNode(Label(inner, request)), inner, request, ref left);
            else
                left -= inner.DescendantsAndSelf().Count() - 1;
        }
    }

    private static string Label(TracedCall call, RequestTrace request)
    {
        var onPath = request.Path.TimeOf(call);
        string figures = onPath > TimeSpan.Zero ? $"[yellow]{Time(onPath)} on the path[/]"
            : request.Path.SlackOf(call) is { } slack ? $"[grey]slack {Time(slack)}[/]"
            : "[grey]not awaited[/]";
        string end = call.CanceledBy is { } by ? $" [grey]canceled by {Markup.Escape(by)}[/]"
            : call.Failure is { } failure ? $" [red]{Markup.Escape(failure)}[/]"
            : "";
        bool isBad = call.Failure is not null && call.CanceledBy is not "hedge";
        string name = isBad ? $"[red]{Markup.Escape(call.ToString())}[/]" : Markup.Escape(call.ToString());
        return $"{Bar(call, request)} {name} {Time(call.Duration)}, {figures}{end}";
    }

    /// <summary>A line as long as the request: where the call ran, in each place what the request waited for then.</summary>
    private static string Bar(TracedCall call, RequestTrace request)
    {
        double whole = Math.Max(1, request.Duration.Ticks);
        int first = Math.Clamp((int)(call.Start.Ticks / whole * Width), 0, Width - 1);
        int last = Math.Clamp((int)Math.Ceiling(call.End.Ticks / whole * Width) - 1, first, Width - 1);
        var segments = request.Path.Segments.Where(segment => segment.Call == call).ToArray();
        var bar = new System.Text.StringBuilder(new string(' ', first));
        for (int cell = first; cell <= last; cell++)
        {
            var (from, to) = (TimeSpan.FromTicks((long)(cell * whole / Width)), TimeSpan.FromTicks((long)((cell + 1) * whole / Width)));
            bool isOnPath = segments.Any(segment => segment.Start < to && segment.End > from);
            bool isQueue = call.QueueWait > TimeSpan.Zero && call.Start + call.QueueWait >= to;
            bar.Append(isQueue ? "[blue]░[/]" : isOnPath ? "[yellow]━[/]" : "[grey]─[/]");
        }

        return bar.Append(' ', Width - 1 - last).ToString();
    }

    private static string Time(TimeSpan time) => time.TotalSeconds >= 1 ? Invariant($"{time.TotalSeconds:0.00} s")
        : time.TotalMilliseconds >= 0.1 ? Invariant($"{time.TotalMilliseconds:0.0} ms")
        : Invariant($"{time.TotalMicroseconds:0} µs");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
