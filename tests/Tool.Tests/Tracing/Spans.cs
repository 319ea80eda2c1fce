using System.Globalization;

namespace Pipeline.Tool.Tests.Tracing;

/// <summary>Writes spans as an exporter does.</summary>
internal static class Spans
{
    public static string Otlp(params string[] spans) => $$$"""
        {"resourceSpans":[{"resource":{"attributes":[{{{Text("service.name", "front")}}}]},"scopeSpans":[{"scope":{"name":"Pipeline"},
        "spans":[{{{string.Join(",", spans)}}}]}]}]}
        """.ReplaceLineEndings("");

    /// <param name="id">Names the span.</param>
    /// <param name="parent">The span above it; empty for none.</param>
    /// <param name="name"><c>Service/Api</c>.</param>
    /// <param name="start">In milliseconds.</param>
    /// <param name="end">In milliseconds.</param>
    /// <param name="more">Further attributes.</param>
    public static string Span(string id, string parent, string name, int start, int end, string more = "")
    {
        string[] names = name.Split('/');
        return $$$"""
            {"traceId":"0123456789abcdef0123456789abcdef","spanId":"{{{id}}}","parentSpanId":"{{{parent}}}","name":"{{{name}}}","kind":1,
            "startTimeUnixNano":"{{{Nano(start)}}}","endTimeUnixNano":"{{{Nano(end)}}}",
            "attributes":[{{{Text("pipeline.service", names[0])}}},{{{Text("pipeline.api", names[1])}}}{{{more}}}]}
            """.ReplaceLineEndings("");
    }

    private static string Text(string key, string value) => $$$$"""{"key":"{{{{key}}}}","value":{"stringValue":"{{{{value}}}}"}}""";

    private static string Nano(int milliseconds) =>
        (1_700_000_000_000_000_000L + (milliseconds * 1_000_000L)).ToString(CultureInfo.InvariantCulture);
}
