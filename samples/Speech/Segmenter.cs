namespace Speech;

/// <summary>
/// Turns the model's opinion of one window after another into segments of speech, each as soon as it is certain. Works in
/// seconds; one instance per recording.
/// </summary>
public sealed class Segmenter(double windowSeconds, double totalSeconds, SegmentOptions options)
{
    private double _now;
    private double? _speechSince;
    private double? _silenceSince;
    private double _lastEnd;

    /// <summary>Takes the next window's probability of speech. Returns the segment that it brings to its end, if any.</summary>
    public SpeechSegment? Accept(float probability)
    {
        double window = _now;
        _now += windowSeconds;
        if (probability >= options.BeginThreshold)
        {
            _speechSince ??= window;
            _silenceSince = null;
            return null;
        }

        if (_speechSince is null || probability >= options.EndThreshold)
            return null;

        _silenceSince ??= window;
        return window - _silenceSince >= options.MinSilence.TotalSeconds ? End(_silenceSince.Value) : null;
    }

    /// <summary>Ends the recording. Returns the segment that was still open, if any.</summary>
    public SpeechSegment? Complete() => _speechSince is null ? null : End(totalSeconds);

    private SpeechSegment? End(double end)
    {
        double start = _speechSince!.Value;
        (_speechSince, _silenceSince) = (null, null);
        if (end - start < options.MinSpeech.TotalSeconds)
            return null;

        double padding = options.Padding.TotalSeconds;
        var segment = new SpeechSegment(Math.Max(start - padding, _lastEnd), Math.Min(end + padding, totalSeconds));
        _lastEnd = segment.End;
        return segment;
    }
}
