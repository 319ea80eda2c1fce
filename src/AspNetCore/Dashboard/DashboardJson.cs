using System.Text.Json;
using Pipeline.Traces;

namespace Pipeline.AspNetCore.Dashboard;

/// <summary>Writes what the page shows. Times are milliseconds.</summary>
internal static class DashboardJson
{
    /// <summary>Every service, those that depend on others first.</summary>
    public static void WriteServices(Utf8JsonWriter json, PipelineServices services)
    {
        var here = services.RunningHere.Select(static service => service.Name).ToHashSet();
        var all = services.Roots.SelectMany(static root => root.DescendantsAndSelf()).DistinctBy(static service => service.Name);
        json.WriteStartArray();
        foreach (var service in all)
        {
            json.WriteStartObject();
            json.WriteString("name", service.Name);
            json.WriteBoolean("here", here.Contains(service.Name));
            json.WriteStartArray("needs");
            foreach (string needed in service.Dependencies.Select(static dependency => dependency.Service.Name).Distinct())
                json.WriteStringValue(needed);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One line of the list of requests.</summary>
    public static void WriteLine(Utf8JsonWriter json, RequestTrace request)
    {
        json.WriteStartObject();
        json.WriteString("trace", request.TraceId);
        json.WriteString("span", request.Root.SpanId);
        json.WriteString("name", request.Root.Name);
        json.WriteString("time", request.Time);
        json.WriteNumber("took", request.Duration.TotalMilliseconds);
        json.WriteString("failure", request.Root.Failure);
        json.WriteEndObject();
    }

    /// <summary>A request: its calls, callers first, and the parts of its path.</summary>
    public static void WriteRequest(Utf8JsonWriter json, RequestTrace request)
    {
        var path = request.Path;
        json.WriteStartObject();
        json.WriteString("name", request.Root.Name);
        json.WriteNumber("took", path.Duration.TotalMilliseconds);
        json.WriteNumber("work", path.Work.TotalMilliseconds);
        json.WriteNumber("achieved", path.AchievedParallelism);
        json.WriteNumber("possible", path.PossibleParallelism);
        json.WriteBoolean("fromTimes", path.IsFromTimesAlone);
        json.WriteBoolean("truncated", request.IsTruncated);
        json.WriteStartArray("calls");
        WriteCall(json, request.Root, path, depth: 0);
        json.WriteEndArray();
        json.WriteStartArray("path");
        foreach (var part in path.Segments)
        {
            json.WriteStartObject();
            json.WriteString("span", part.Call.SpanId);
            json.WriteNumber("start", part.Start.TotalMilliseconds);
            json.WriteNumber("end", part.End.TotalMilliseconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What could have run together, with its place in the source.</summary>
    public static void WriteMissed(Utf8JsonWriter json, IEnumerable<MissedParallelism> missed)
    {
        json.WriteStartArray("missed");
        foreach (var one in missed)
        {
            json.WriteStartObject();
            json.WriteString("caller", one.Caller);
            json.WriteNumber("saves", one.Saves.TotalMilliseconds);
            json.WriteString("waiting", one.Waiting.Callee);
            json.WriteString("for", one.For.Callee);
            json.WriteString("file", one.Waiting.File);
            json.WriteNumber("line", one.Waiting.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The calls that were made one after the other.</summary>
    public static void WriteSequences(Utf8JsonWriter json, IEnumerable<SequentialCalls> sequences)
    {
        json.WriteStartArray("sequences");
        foreach (var one in sequences)
        {
            json.WriteStartObject();
            json.WriteString("caller", one.Caller);
            json.WriteString("first", one.First);
            json.WriteString("second", one.Second);
            if (one.IsNeeded is { } isNeeded)
                json.WriteBoolean("needed", isNeeded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The median and the others.</summary>
    public static void WriteQuantiles(Utf8JsonWriter json, string name, Quantiles quantiles)
    {
        json.WriteStartObject(name);
        json.WriteNumber("p50", quantiles.P50.TotalMilliseconds);
        json.WriteNumber("p95", quantiles.P95.TotalMilliseconds);
        json.WriteNumber("p99", quantiles.P99.TotalMilliseconds);
        json.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter json, TracedCall call, CriticalPath path, int depth)
    {
        json.WriteStartObject();
        json.WriteString("span", call.SpanId);
        json.WriteString("name", call.ToString());
        json.WriteNumber("depth", depth);
        json.WriteNumber("start", call.Start.TotalMilliseconds);
        json.WriteNumber("took", call.Duration.TotalMilliseconds);
        json.WriteNumber("queue", call.QueueWait.TotalMilliseconds);
        json.WriteNumber("onPath", path.TimeOf(call).TotalMilliseconds);
        if (path.SlackOf(call) is { } slack)
            json.WriteNumber("slack", slack.TotalMilliseconds);
        json.WriteString("failure", call.Failure);
        json.WriteString("canceledBy", call.CanceledBy);
        json.WriteEndObject();
        foreach (var inner in call.Calls)
            WriteCall(json, inner, path, depth + 1);
    }
}
