using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Traces;

namespace Pipeline.AspNetCore.Dashboard;

/// <summary>What the page asks for, as JSON.</summary>
internal sealed class DashboardEndpoints(PipelineServices services, PipelineTraces traces, TimeProvider time)
{
    /// <summary>The graph: every service with its APIs and its dependencies.</summary>
    public Task WriteServicesAsync(HttpContext http) => WriteAsync(http, json => DashboardJson.WriteServices(json, services));

    /// <summary>One request, with its path.</summary>
    public Task WriteRequestAsync(HttpContext http)
    {
        var (trace, span) = (http.Request.RouteValues["trace"] as string, http.Request.RouteValues["span"] as string);
        var request = traces.Recent.FirstOrDefault(request => request.TraceId == trace && request.Root.SpanId == span);
        if (request is not null)
            return WriteAsync(http, json => DashboardJson.WriteRequest(json, request));

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>The last requests as spans, the oldest first.</summary>
    public Task WriteTracesAsync(HttpContext http) => WriteAsync(http, json => DashboardTraces.Write(json, traces.Recent.Reverse()));

    /// <summary>What an API would take with something changed.</summary>
    public Task WriteWhatIfAsync(HttpContext http)
    {
        if (DashboardChange.Read(http.Request.Query) is not { } change
            || traces.WhatIf($"{http.Request.Query["api"]}", change) is not { } answer)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        // Nobody knows whether calls compute or wait: the one is what the change is worth at most, the other at least.
        var computing = traces.WhatIf($"{http.Request.Query["api"]}", change.WithProcessors(Environment.ProcessorCount));
        return WriteAsync(http, json =>
        {
            json.WriteStartObject();
            DashboardJson.WriteQuantiles(json, "before", answer.Before);
            DashboardJson.WriteQuantiles(json, "after", answer.After);
            json.WriteNumber("requests", answer.Requests);
            json.WriteStartArray("queuesAsMeasured");
            foreach (var stream in answer.QueuesAsMeasured)
                json.WriteStringValue(stream);
            json.WriteEndArray();
            if (computing is not null)
                DashboardJson.WriteQuantiles(json, "computing", computing.After);
            json.WriteNumber("processors", Environment.ProcessorCount);
            json.WriteEndObject();
        });
    }

    /// <summary>What happens, once a second until the page is closed.</summary>
    public async Task WriteEventsAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var pulse = new DashboardPulse(traces, time);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        try
        {
            do
            {
                using var message = new MemoryStream();
                message.Write("data: "u8);
                using (var json = new Utf8JsonWriter(message))
                    pulse.Write(json);
                message.Write("\n\n"u8);
                var bytes = message.GetBuffer().AsMemory(0, (int)message.Length);
                await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
                await http.Response.Body.FlushAsync(http.RequestAborted).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(http.RequestAborted).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The page was closed.
        }
    }

    private static async Task WriteAsync(HttpContext http, Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
            write(json);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted).ConfigureAwait(false);
    }
}
