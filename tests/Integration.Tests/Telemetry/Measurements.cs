using System.Diagnostics.Metrics;

namespace Pipeline.Integration.Tests.Telemetry;

/// <summary>What the meter measures while it is watched.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, string Tags)> _all = [];

    public Measurements(params string[] instruments)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.MeterName && (instruments is [] || instruments.Contains(instrument.Name)))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>(Add);
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags, null));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags, null));
        _listener.Start();
    }

    /// <summary>The values of an instrument whose tags contain that, in their order.</summary>
    public IReadOnlyList<double> Of(string instrument, string tags)
    {
        lock (_all)
            return [.. _all.Where(one => one.Name == instrument && one.Tags.Contains(tags)).Select(static one => one.Value)];
    }

    /// <summary>What an instrument that is read on demand says now.</summary>
    public IReadOnlyList<double> Read(string instrument, string tags)
    {
        lock (_all)
            _all.Clear();
        _listener.RecordObservableInstruments();
        return Of(instrument, tags);
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var text = string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}")) + " ";
        lock (_all)
            _all.Add((instrument.Name, value, text));
    }
}
