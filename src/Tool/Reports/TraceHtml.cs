using System.Globalization;
using System.Net;
using System.Text;
using Pipeline.Traces;

namespace Pipeline.Tool.Reports;

/// <summary>One page that can be sent around: the waterfall of each request, with its critical path, slack and waits.</summary>
internal static class TraceHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --paper: light-dark(#fff, #15171c); --ink: light-dark(#1c2028, #e7e9ee) }
        :root { --faint: light-dark(#667085, #98a2b3); --rest: light-dark(#cfd6e4, #3b4456); --path: light-dark(#d9480f, #ff922b) }
        :root { --queue: light-dark(#4c6ef5, #748ffc); --bad: light-dark(#c92a2a, #ff6b6b) }
        body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem }
        body { background: var(--paper); color: var(--ink) }
        h1 { font-size: 1.4rem } h2 { font-size: 1.05rem; margin: 2.2rem 0 .2rem } p { color: var(--faint); margin: .2rem 0 .6rem }
        table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
        th { text-align: left; font-weight: 400; white-space: nowrap } td, th { padding: .1rem .6rem .1rem 0 }
        td.bar { width: 55%; position: relative }
        td.bar i { position: absolute; top: .45rem; height: .7rem; border-radius: 2px; min-width: 2px; background: var(--rest) }
        td.bar i.path { background: var(--path) } td.bar i.queue { background: var(--queue) } tr.bad th { color: var(--bad) }
        td.n { text-align: right; white-space: nowrap; color: var(--faint) }
        b { display: inline-block; width: .9rem; height: .6rem; border-radius: 2px; margin-left: .8rem; background: var(--rest) }
        b.path { background: var(--path); margin-left: 0 } b.queue { background: var(--queue) }
        """;

    public static string Write(IEnumerable<RequestTrace> requests)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>pipeline trace</title>
            <style>
            {Style}
            </style></head>
            <body>
            <h1>Where the time went</h1>
            <p><b class="path"></b> on the critical path <b></b> beside it <b class="queue"></b> waiting for a slot</p>

            """);
        foreach (var request in requests)
            Append(page, request);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, RequestTrace request)
    {
        var path = request.Path;
        string possible = path.IsFromTimesAlone
            ? "; what could have been is not known, as nothing says which call needs which"
            : Invariant($", of {path.PossibleParallelism:0.00} that were possible");
        page.Append(CultureInfo.InvariantCulture, $"""
            <h2>{Text(request.Root.Name)}</h2>
            <p>{Time(path.Duration)} for {Time(path.Work)} of work: {path.AchievedParallelism:0.00} at a time{possible}. {Text(request.TraceId)}</p>
            <table><thead><tr><th>call</th><th></th><th>took</th><th>on the path</th><th>slack</th></tr></thead><tbody>

            """);
        var segments = path.Segments.ToLookup(static segment => segment.Call);
        Append(page, request.Root, request, segments, depth: 0);
        page.Append("</tbody></table>\n");
    }

    private static void Append(
        StringBuilder page, TracedCall call, RequestTrace request, ILookup<TracedCall, PathSegment> segments, int depth)
    {
        double whole = Math.Max(1, request.Duration.Ticks);
        string look = call.Failure is not null && call.CanceledBy is not "hedge" ? " class=\"bad\"" : "";
        string title = Text(call.Failure ?? call.CanceledBy ?? call.Name);
        int indent = Math.Min(depth, 12) * 14;
        page.Append(CultureInfo.InvariantCulture, $"<tr{look}><th scope=\"row\" style=\"padding-left:{indent}px\" title=\"{title}\">");
        page.Append(CultureInfo.InvariantCulture, $"{Text(call.ToString())}</th><td class=\"bar\">");
        Bar("", call.Start, call.Duration);
        if (call.QueueWait > TimeSpan.Zero)
            Bar("queue", call.Start, call.QueueWait);
        foreach (var segment in segments[call].Where(static segment => !segment.IsQueue))
            Bar("path", segment.Start, segment.Duration);
        string slack = request.Path.SlackOf(call) is { } most ? Time(most) : "not awaited";
        page.Append(CultureInfo.InvariantCulture, $"</td><td class=\"n\">{Time(call.Duration)}</td>");
        page.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{Time(request.Path.TimeOf(call))}</td>");
        page.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{slack}</td></tr>\n");
        foreach (var inner in call.Calls)
            Append(page, inner, request, segments, depth + 1);

        void Bar(string kind, TimeSpan start, TimeSpan length) => page.Append(
            CultureInfo.InvariantCulture,
            $"<i class=\"{kind}\" style=\"left:{Percent(start.Ticks)};width:{Percent(Math.Min(length.Ticks, whole - start.Ticks))}\"></i>");

        string Percent(double ticks) => Invariant($"{100 * ticks / whole:0.##}%");
    }

    private static string Time(TimeSpan time) => Invariant($"{time.TotalMilliseconds:0.0} ms");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
