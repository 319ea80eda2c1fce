// Draws docs/images/waterfall.svg from a request that was really made: the mixed pattern of samples/Digits, two chains of extractor and
// model at the same time and then the ranker, with its critical path as PipelineTraces computes it.
// Usage, from the repository's root: dotnet run docs/images/Waterfall.cs
#:project ../../samples/Digits/Digits.csproj
#:property PublishAot=false
#:property TreatWarningsAsErrors=false
using System.Globalization;
using System.Net;
using System.Text;
using Digits.Measuring;
using Pipeline.Traces;

var file = Path.Combine(Directory.GetCurrentDirectory(), "docs", "images", "waterfall.svg");
if (!Directory.Exists(Path.GetDirectoryName(file)))
{
    Console.Error.WriteLine("Run it from the repository's root.");
    return 1;
}

var requests = await TraceRun.RunAsync(Console.Error, CancellationToken.None);
File.WriteAllText(file, Draw(requests.Single(static one => one.Pattern == "mixed").Request));
return 0;

static string Draw(RequestTrace request)
{
    const int Names = 210;
    const int Bars = 520;
    const int Row = 30;
    const int Top = 78;
    var (svg, y, whole) = (new StringBuilder(), Top, (double)request.Duration.Ticks);
    var segments = request.Path.Segments.ToLookup(static segment => segment.Call);
    foreach (var (call, depth) in Rows(request.Root, 0))
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text x='{24 + (16 * depth)}' y='{y + 14}'>{WebUtility.HtmlEncode(call.Name)}</text>\n");
        Bar(call.Start, call.Duration, "rest");
        foreach (var segment in segments[call])
            Bar(segment.Start, segment.Duration, segment.IsQueue ? "queue" : "path");
        var onPath = request.Path.TimeOf(call);
        var figures = onPath > TimeSpan.Zero ? $"{Time(onPath)} on the path"
            : request.Path.SlackOf(call) is { } slack ? $"slack {Time(slack)}" : "";
        svg.Append(CultureInfo.InvariantCulture, $"<text class='faint' x='{Names + Bars + 56}' y='{y + 14}'>{Time(call.Duration)} · {figures}</text>\n");
        y += Row;
    }

    return $$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 {{y + 36}}" width="1000" height="{{y + 36}}" role="img" aria-label="The calls of a request, with its critical path">
        <style>
        text { font: 14px system-ui, sans-serif; fill: #18202e } .faint { fill: #5d6980; font-size: 12.5px } .title { font-size: 17px; font-weight: 600 }
        .card { fill: #fff; stroke: #dde2eb } .rest { fill: #c3d0ea } .path { fill: #c2570c } .queue { fill: #8a63d2 }
        @media (prefers-color-scheme: dark) { text { fill: #e6eaf2 } .faint { fill: #96a1b8 } .card { fill: #181d27; stroke: #2c3444 } .rest { fill: #3f5a8c } .path { fill: #ffa657 } .queue { fill: #b794f6 } }
        </style>
        <rect class="card" x="0.5" y="0.5" width="999" height="{{y + 35}}" rx="10"/>
        <text class="title" x="24" y="34">{{WebUtility.HtmlEncode(request.Root.Name)}}</text>
        <text class="faint" x="24" y="56">{{Time(request.Duration)}} for {{Time(request.Path.Work)}} of work: {{request.Path.AchievedParallelism.ToString("0.00", CultureInfo.InvariantCulture)}} at a time</text>
        {{svg}}<rect class="path" x="24" y="{{y + 6}}" width="14" height="9" rx="2"/><text class="faint" x="44" y="{{y + 15}}">on the critical path</text>
        <rect class="rest" x="190" y="{{y + 6}}" width="14" height="9" rx="2"/><text class="faint" x="210" y="{{y + 15}}">beside it, with slack</text>
        </svg>

        """;

    void Bar(TimeSpan start, TimeSpan length, string kind) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<rect class='{kind}' x='{Names + 40 + (Bars * start.Ticks / whole):F1}' y='{y + 3}' width='{Math.Max(2, Bars * length.Ticks / whole):F1}' height='14' rx='3'/>\n");
}

static IEnumerable<(TracedCall Call, int Depth)> Rows(TracedCall call, int depth) =>
    call.Calls.SelectMany(inner => Rows(inner, depth + 1)).Prepend((call, depth));

static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");
