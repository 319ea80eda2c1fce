namespace Pipeline;

/// <summary>
/// A service in another process failed with an exception that cannot be made again here: its type is not loaded in this
/// process, or has no public constructor that takes a message and keeps it. The message and the stack are the original's.
/// </summary>
public sealed class RemoteServiceException : Exception, IPipelineException
{
    /// <summary>Stands in for an exception of another process.</summary>
    /// <param name="originalType">The full name of the type that was thrown.</param>
    /// <param name="message">The message it was thrown with.</param>
    /// <param name="innerException">What caused it there, made again here, or null.</param>
    public RemoteServiceException(string originalType, string message, Exception? innerException = null)
        : base(message, innerException) =>
        OriginalType = originalType;

    /// <summary>The full name of the type that was thrown.</summary>
    public string OriginalType { get; }

    /// <summary>The exception as text, the type that was thrown first.</summary>
    public override string ToString() => $"({OriginalType}) {base.ToString()}";
}
