using System.Diagnostics;
using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using Pipeline.Benchmarks.Interleaving;

namespace Pipeline.Benchmarks.Calls;

/// <summary>
/// A call that nothing is asked for, without a listener and with one: the ratio is to the hand-written virtual forward. Listeners are those
/// of the process, so each invocation brings its own, and makes many calls.
/// </summary>
public class TelemetryBenchmarks : CallFeatureSetup
{
    private const int ManyCalls = 4096;

    private static readonly ActivitySource Source = new("ByHand");

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = ManyCalls)]
    public int HandWrittenForward()
    {
        int value = 0;
        for (int call = 0; call < ManyCalls; call++) value = HandWritten.Add(value);
        return value;
    }

    /// <summary>What the generator writes; nobody listens.</summary>
    [Benchmark(OperationsPerInvoke = ManyCalls)]
    public int NoListener()
    {
        int value = 0;
        for (int call = 0; call < ManyCalls; call++) value = Bare.Add(value);
        return value;
    }

    /// <summary>A span by hand, with the same four tags.</summary>
    [Benchmark(OperationsPerInvoke = ManyCalls)]
    public int SpanByHand()
    {
        using var listener = Listen(Source.Name);
        int value = 0;
        for (int call = 0; call < ManyCalls; call++)
        {
            using var span = Source.StartActivity("Target/Add");
            span?.SetTag("rpc.system.name", "byhand").SetTag("rpc.method", "Target/Add")
                .SetTag("pipeline.service", "Target").SetTag("pipeline.api", "Add");
            value = HandWritten.Add(value);
        }

        return value;
    }

    /// <summary>Somebody listens to the spans.</summary>
    [Benchmark(OperationsPerInvoke = ManyCalls)]
    [ComparedWith(nameof(SpanByHand))]
    public int Spans()
    {
        using var listener = Listen(PipelineTelemetry.ActivitySourceName);
        int value = 0;
        for (int call = 0; call < ManyCalls; call++) value = Bare.Add(value);
        return value;
    }

    /// <summary>Somebody listens to the duration.</summary>
    [Benchmark(OperationsPerInvoke = ManyCalls)]
    [ComparedWith(nameof(SpanByHand))]
    public int Duration()
    {
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "rpc.client.call.duration") listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        listener.Start();
        int value = 0;
        for (int call = 0; call < ManyCalls; call++) value = Bare.Add(value);
        return value;
    }

    private static ActivityListener Listen(string name)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == name,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
