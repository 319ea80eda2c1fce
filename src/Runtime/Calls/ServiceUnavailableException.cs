namespace Pipeline;

/// <summary>A service takes no calls for now: its circuit is open after too many failures, or it is shutting down.</summary>
public sealed class ServiceUnavailableException : Exception
{
    /// <summary>Reports a call that was not made.</summary>
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
}
