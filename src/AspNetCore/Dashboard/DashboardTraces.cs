using System.Globalization;
using System.Text.Json;
using Pipeline.Traces;

namespace Pipeline.AspNetCore.Dashboard;

/// <summary>The last requests as spans in OTLP's JSON form, for <c>pipeline trace</c> and others who read it.</summary>
internal static class DashboardTraces
{
    private static readonly string Program = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name ?? "pipeline";

    /// <summary>Writes every span of every request.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<RequestTrace> requests)
    {
        json.WriteStartObject();
        json.WriteStartArray("resourceSpans");
        json.WriteStartObject();
        json.WriteStartObject("resource");
        json.WriteStartArray("attributes");
        WriteText(json, "service.name", Program);
        WriteText(json, "service.instance.id", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("scopeSpans");
        json.WriteStartObject();
        json.WriteStartObject("scope");
        json.WriteString("name", PipelineTelemetry.ActivitySourceName);
        json.WriteEndObject();
        json.WriteStartArray("spans");
        foreach (var request in requests)
            WriteCall(json, request, request.Root, parent: null);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter json, RequestTrace request, TracedCall call, TracedCall? parent)
    {
        json.WriteStartObject();
        json.WriteString("traceId", request.TraceId);
        json.WriteString("spanId", call.SpanId);
        if (parent is not null)
            json.WriteString("parentSpanId", parent.SpanId);
        json.WriteString("name", call.Name);
        json.WriteNumber("kind", call.IsServed ? 2 : 1);
        json.WriteString("startTimeUnixNano", Nanoseconds(request.Time + call.Start));
        json.WriteString("endTimeUnixNano", Nanoseconds(request.Time + call.End));
        json.WriteStartArray("attributes");
        WriteText(json, "pipeline.service", call.Service);
        WriteText(json, "pipeline.api", call.Api);
        WriteText(json, "error.type", call.Failure);
        WriteText(json, "pipeline.canceled_by", call.CanceledBy);
        if (call.QueueWait > TimeSpan.Zero)
            WriteValue(json, "pipeline.queue.wait", () => json.WriteNumber("doubleValue", call.QueueWait.TotalSeconds));
        if (call.Attempt is { } attempt)
            WriteValue(json, "pipeline.attempt", () => json.WriteString("intValue", attempt.ToString(CultureInfo.InvariantCulture)));
        if (call.IsStream)
            WriteValue(json, "pipeline.stream.items", () => json.WriteString("intValue", "0"));
        json.WriteEndArray();
        json.WriteEndObject();
        foreach (var inner in call.Calls)
            WriteCall(json, request, inner, call);
    }

    private static void WriteText(Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null)
            WriteValue(json, key, () => json.WriteString("stringValue", value));
    }

    private static void WriteValue(Utf8JsonWriter json, string key, Action write)
    {
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WriteStartObject("value");
        write();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Nanoseconds(DateTimeOffset time) =>
        ((time - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);
}
