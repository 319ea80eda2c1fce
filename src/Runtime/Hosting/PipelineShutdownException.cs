namespace Pipeline;

/// <summary>
/// A service did not shut down cleanly. The message names the service and its hook, or its disposal;
/// <see cref="Exception.InnerException"/> is what that threw, a <see cref="TimeoutException"/> where it ran over its time.
/// </summary>
public sealed class PipelineShutdownException : Exception, IPipelineException
{
    /// <summary>Reports a service that failed while the pipeline stopped.</summary>
    /// <param name="message">Which service, doing what.</param>
    /// <param name="innerException">What it threw.</param>
    public PipelineShutdownException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
