namespace Speech;

/// <summary>When a voice counts as speech. The defaults are those of Silero's own tools.</summary>
public sealed record SegmentOptions
{
    /// <summary>Speech begins when the model is at least this sure.</summary>
    public float BeginThreshold { get; init; } = 0.5f;

    /// <summary>Speech ends when the model is less sure than this: lower than the other, so that a hesitation does not end it.</summary>
    public float EndThreshold { get; init; } = 0.35f;

    /// <summary>A shorter sound is a click or a cough.</summary>
    public TimeSpan MinSpeech { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A shorter silence is a pause within a sentence.</summary>
    public TimeSpan MinSilence { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>What a segment is widened by at both ends, so that no consonant is lost.</summary>
    public TimeSpan Padding { get; init; } = TimeSpan.FromMilliseconds(30);
}
