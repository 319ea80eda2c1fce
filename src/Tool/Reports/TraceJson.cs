using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Traces;

namespace Pipeline.Tool.Reports;

/// <summary>Requests with their paths as JSON. Times are milliseconds.</summary>
internal static class TraceJson
{
    public static string Write(IEnumerable<RequestTrace> requests)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("requests");
            foreach (var request in requests)
                Write(json, request);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, RequestTrace request)
    {
        var path = request.Path;
        json.WriteStartObject();
        json.WriteString("trace", request.TraceId);
        json.WriteString("name", request.Root.Name);
        json.WriteString("time", request.Time);
        json.WriteNumber("took", path.Duration.TotalMilliseconds);
        json.WriteNumber("work", path.Work.TotalMilliseconds);
        json.WriteNumber("chain", path.Chain.TotalMilliseconds);
        json.WriteNumber("achievedParallelism", path.AchievedParallelism);
        json.WriteNumber("possibleParallelism", path.PossibleParallelism);
        json.WriteBoolean("fromTimesAlone", path.IsFromTimesAlone);
        json.WriteStartArray("path");
        foreach (var segment in path.Segments)
        {
            json.WriteStartObject();
            json.WriteString("span", segment.Call.SpanId);
            json.WriteString("name", segment.Call.ToString());
            json.WriteNumber("start", segment.Start.TotalMilliseconds);
            json.WriteNumber("end", segment.End.TotalMilliseconds);
            json.WriteBoolean("queue", segment.IsQueue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("calls");
        foreach (var call in request.Root.DescendantsAndSelf())
            Write(json, call, path);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TracedCall call, CriticalPath path)
    {
        json.WriteStartObject();
        json.WriteString("span", call.SpanId);
        json.WriteString("name", call.ToString());
        json.WriteNumber("start", call.Start.TotalMilliseconds);
        json.WriteNumber("took", call.Duration.TotalMilliseconds);
        json.WriteNumber("queue", call.QueueWait.TotalMilliseconds);
        json.WriteNumber("onPath", path.TimeOf(call).TotalMilliseconds);
        if (path.SlackOf(call) is { } slack)
            json.WriteNumber("slack", slack.TotalMilliseconds);
        if (call.Failure is not null)
            json.WriteString("failure", call.Failure);
        if (call.CanceledBy is not null)
            json.WriteString("canceledBy", call.CanceledBy);
        json.WriteEndObject();
    }
}
