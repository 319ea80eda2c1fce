namespace Pipeline.AspNetCore;

/// <summary>How much of a failure an answer tells.</summary>
public enum FailureDetail
{
    /// <summary>The status alone.</summary>
    None,

    /// <summary>The exception's type and message, and those of what caused it.</summary>
    Message,

    /// <summary>Stack traces too.</summary>
    Full,
}
