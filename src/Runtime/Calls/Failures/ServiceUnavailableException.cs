namespace Pipeline;

/// <summary>
/// A service takes no calls for now: it has not started or has stopped, its circuit is open after too many failures, or it cannot be
/// reached.
/// </summary>
public sealed class ServiceUnavailableException : Exception, IPipelineException
{
    /// <summary>Reports a call that was not made, or was broken off.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="message">Why it takes no calls, and what to do.</param>
    /// <param name="retryAfter">When it may take calls again, or null where that is not known.</param>
    /// <param name="innerException">What it fails with, or null.</param>
    public ServiceUnavailableException(string service, string message, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Service = service;
        RetryAfter = retryAfter;
    }

    /// <summary>The service's name.</summary>
    public string Service { get; }

    /// <summary>When it may take calls again, or null where that is not known.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// Whether the call may have run. False means that it was never sent, so it may be tried again even if it is not idempotent.
    /// </summary>
    public bool MayHaveRun { get; init; } = true;

    /// <summary>
    /// Whether the service is of this process and has not started or has stopped: another attempt would be refused as well.
    /// </summary>
    internal bool IsClosed { get; init; }

    /// <summary>
    /// Why this process refused the call, as measurements name it; null where it did not, or <see cref="IsClosed"/> says so.
    /// </summary>
    internal string? Refusal { get; init; }
}
