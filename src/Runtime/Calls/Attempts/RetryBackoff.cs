namespace Pipeline;

/// <summary>How the pauses between attempts grow.</summary>
public enum RetryBackoff
{
    /// <summary>All are the same.</summary>
    Constant,

    /// <summary>Each is longer than the one before by the first.</summary>
    Linear,

    /// <summary>Each is twice as long as the one before.</summary>
    Exponential,
}
