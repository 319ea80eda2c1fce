namespace Pipeline.Remote;

/// <summary>How much of a failure the other side is told.</summary>
public enum FailureDetail
{
    /// <summary>Nothing but that the service failed; the runtime's own exceptions keep their messages.</summary>
    None,

    /// <summary>The exception's type and message, and those of what caused it.</summary>
    Message,

    /// <summary>Stack traces too.</summary>
    Full,
}
