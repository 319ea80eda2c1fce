using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Pipeline.Calls;

/// <summary>What listeners are told of calls. One for the process, as listeners are. Thread-safe.</summary>
internal static class CallTelemetry
{
    public static readonly ActivitySource Source = new(PipelineTelemetry.ActivitySourceName, Version);

    private static readonly Meter Meter = new(PipelineTelemetry.MeterName, Version);

    // The convention's boundaries, with three below them: a call in this process takes microseconds.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.00001, 0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    public static readonly Histogram<double> ClientDuration = Meter.CreateHistogram(
        "rpc.client.call.duration", "s", "The time from the beginning of a call until its caller has the answer.", tags: null, Seconds);

    public static readonly Histogram<double> ServerDuration = Meter.CreateHistogram(
        "rpc.server.call.duration", "s", "The time that a call of another process takes here.", tags: null, Seconds);

    public static readonly UpDownCounter<int> ActiveCalls = Meter.CreateUpDownCounter<int>(
        "pipeline.calls.active", "{call}", "The calls whose callers wait for an answer.");

    public static readonly Counter<long> Rejections = Meter.CreateCounter<long>(
        "pipeline.calls.rejected", "{call}", "The calls that were refused before they ran.");

    public static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "pipeline.calls.retries", "{attempt}", "The attempts beyond the first of a call: retries and hedges.");

    /// <summary>Whether anybody listens: asked by every bare call.</summary>
    public static bool IsObserved
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Source.HasListeners() || ClientDuration.Enabled || ActiveCalls.Enabled;
    }

    /// <summary>The version that both the source and the meter carry.</summary>
    public static string? Version => typeof(CallTelemetry).Assembly.GetName().Version?.ToString(3);
}
