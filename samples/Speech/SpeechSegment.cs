namespace Speech;

/// <summary>A stretch of a recording in which somebody speaks, in seconds from its beginning.</summary>
public readonly record struct SpeechSegment(double Start, double End)
{
    /// <summary>How long it is, in seconds.</summary>
    public double Length => End - Start;
}
