using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Pipeline.Traces;

namespace Pipeline.AspNetCore.Dashboard;

/// <summary>What one page is told each second: the requests since the last time, and what each service does.</summary>
internal sealed class DashboardPulse : IDisposable
{
    private const int MostLines = 100;
    private const int MostCallees = 20;

    private readonly ConcurrentQueue<RequestTrace> _new = new();
    private readonly ConcurrentDictionary<string, int> _queues = new();
    private readonly Dictionary<string, long> _counts = [];
    private readonly MeterListener _meter = new();
    private readonly PipelineTraces _traces;
    private readonly TimeProvider _time;
    private long _last;
    private bool _isFirst = true;

    public DashboardPulse(PipelineTraces traces, TimeProvider time)
    {
        _traces = traces;
        _time = time;
        _last = time.GetTimestamp();
        traces.Recorded += Add;
        _meter.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.MeterName && instrument.Name == "pipeline.queue.length")
                listener.EnableMeasurementEvents(instrument);
        };
        _meter.SetMeasurementEventCallback<int>((_, value, tags, _) =>
        {
            if (tags.Length > 0 && tags[0].Value is string service)
                _queues.AddOrUpdate(service, value, (_, others) => others + value);
        });
        _meter.Start();
    }

    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter json)
    {
        var requests = Take();
        double seconds = Math.Max(0.001, _time.GetElapsedTime(_last).TotalSeconds);
        _last = _time.GetTimestamp();
        _queues.Clear();
        _meter.RecordObservableInstruments();

        json.WriteStartObject();
        json.WriteStartArray("requests");
        foreach (var request in requests.TakeLast(MostLines))
            DashboardJson.WriteLine(json, request);
        json.WriteEndArray();
        WriteServices(json, _isFirst ? [] : requests, seconds);
        WriteApis(json);
        json.WriteEndObject();
        _isFirst = false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces.Recorded -= Add;
        _meter.Dispose();
    }

    // The first time, what is known already.
    private List<RequestTrace> Take()
    {
        if (_isFirst)
        {
            _new.Clear();
            return [.. _traces.Recent.Reverse()];
        }

        var requests = new List<RequestTrace>();
        while (_new.TryDequeue(out var request))
            requests.Add(request);
        return requests;
    }

    // A page that is not read any more must not fill the memory.
    private void Add(RequestTrace request)
    {
        _new.Enqueue(request);
        while (_new.Count > 10_000 && _new.TryDequeue(out _))
        {
        }
    }

    private void WriteServices(Utf8JsonWriter json, List<RequestTrace> requests, double seconds)
    {
        var calls = requests.SelectMany(static request => request.Root.DescendantsAndSelf())
            .Where(static call => call.Attempt is null).ToLookup(static call => call.Service);
        json.WriteStartObject("services");
        foreach (string service in calls.Select(static calls => calls.Key).Union(_queues.Keys))
        {
            json.WriteStartObject(service);
            json.WriteNumber("rate", calls[service].Count() / seconds);
            json.WriteNumber("errors", calls[service].Count(static call => call.Failure is not null) / seconds);
            json.WriteNumber("p50", Quantiles.Of(calls[service].Select(static call => call.Duration)).P50.TotalMilliseconds);
            json.WriteNumber("queue", _queues.GetValueOrDefault(service));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteApis(Utf8JsonWriter json)
    {
        json.WriteStartArray("apis");
        foreach (var api in _traces.Apis.Where(IsNew))
        {
            json.WriteStartObject();
            json.WriteString("name", api.Name);
            json.WriteNumber("count", api.Count);
            DashboardJson.WriteQuantiles(json, "took", api.Durations);
            json.WriteNumber("achieved", api.AchievedParallelism);
            json.WriteNumber("possible", api.PossibleParallelism);
            json.WriteStartArray("callees");
            foreach (var callee in api.Callees.Take(MostCallees))
            {
                json.WriteStartObject();
                json.WriteString("name", callee.Name);
                json.WriteNumber("calls", callee.CallsPerRequest);
                json.WriteNumber("share", callee.Share);
                json.WriteNumber("saves", callee.Saves.TotalMilliseconds);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("fromTimes", api.Sample is [var first, ..] && first.Path.IsFromTimesAlone);
            DashboardJson.WriteMissed(json, api.Missed);
            DashboardJson.WriteSequences(json, api.Sequences);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // What nobody has called since is known to the page.
    private bool IsNew(ApiProfile api)
    {
        if (_counts.GetValueOrDefault(api.Name) == api.Count)
            return false;
        _counts[api.Name] = api.Count;
        return true;
    }
}
