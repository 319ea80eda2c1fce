using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Traces;

/// <summary>
/// Writes what is known of all requests as <c>pipeline.profile.json</c>: of each API that called others, how long these took.
/// </summary>
internal sealed class ProfileJson
{
    private const int Version = 1;

    private readonly SortedDictionary<string, List<TracedCall>> _callers = new(StringComparer.Ordinal);

    /// <param name="requests">The samples of all APIs.</param>
    public ProfileJson(IEnumerable<RequestTrace> requests)
    {
        // A request is in one sample; what it called counts there, whoever called it first.
        foreach (var call in requests.SelectMany(static request => request.Root.DescendantsAndSelf()).Where(IsWhole))
        {
            if (!_callers.TryGetValue(call.Name, out var calls))
                _callers.Add(call.Name, calls = []);
            calls.Add(call);
        }
    }

    /// <summary>Writes it. Times are milliseconds.</summary>
    /// <param name="output">Takes UTF-8.</param>
    /// <param name="time">When it was recorded.</param>
    public void Write(Stream output, DateTimeOffset time)
    {
        // Checked in and diffed: names stay as they are, lines end alike everywhere.
        using var json = new Utf8JsonWriter(
            output, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("recorded", time);
        json.WriteStartArray("apis");
        foreach (var (name, calls) in _callers.Where(static caller => caller.Value.Exists(static call => call.Calls.Count > 0)))
            WriteApi(json, name, calls);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteApi(Utf8JsonWriter json, string name, List<TracedCall> runs)
    {
        json.WriteStartObject();
        json.WriteString("api", name);
        json.WriteNumber("count", runs.Count);
        WriteTimes(json, runs.Select(static run => run.Duration));
        WriteTime(json, "own", Quantiles.Of(runs.Select(static run => OwnTime.Of(run, caller: null) - run.QueueWait)).P50);
        json.WriteStartArray("callees");
        var callees = runs.SelectMany(Called).GroupBy(static call => call.Name);
        foreach (var callee in callees.OrderBy(static callee => callee.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("callee", callee.Key);
            json.WriteNumber("calls", Math.Round((double)callee.Count() / runs.Count, 3));
            WriteTimes(json, callee.Select(static call => call.Duration));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter json, IEnumerable<TimeSpan> times)
    {
        var quantiles = Quantiles.Of(times);
        WriteTime(json, "p50", quantiles.P50);
        WriteTime(json, "p95", quantiles.P95);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, TimeSpan time) =>
        json.WriteNumber(name, Math.Round(Math.Max(0, time.TotalMilliseconds), 3));

    /// <summary>The calls of a run, those of its attempts and of its other side among them.</summary>
    private static IEnumerable<TracedCall> Called(TracedCall run) =>
        run.Calls.SelectMany(call => IsPart(call, run) ? Called(call) : [call]);

    private static bool IsPart(TracedCall call, TracedCall caller) =>
        call.Attempt is not null || (call.IsServed && call.Name == caller.Name);

    // What was ended says how long its caller had patience, not how long it takes.
    private static bool IsWhole(TracedCall call) => call is { Attempt: null, CanceledBy: null };
}
