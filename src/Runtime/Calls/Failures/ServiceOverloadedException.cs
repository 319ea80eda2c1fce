namespace Pipeline;

/// <summary>A service runs as many calls as it may, and as many wait as may wait: the call was refused at once and never ran.</summary>
public sealed class ServiceOverloadedException : Exception, IPipelineException
{
    /// <summary>Reports a refused call.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="running">How many calls ran.</param>
    /// <param name="waiting">How many calls waited.</param>
    public ServiceOverloadedException(string service, int running, int waiting)
        : base($"{service} is overloaded: {running} running, {waiting} waiting. Try later, or raise Concurrency, Instances or QueueLimit.")
    {
        Service = service;
        Running = running;
        Waiting = waiting;
    }

    /// <summary>The service's name.</summary>
    public string Service { get; }

    /// <summary>How many calls ran.</summary>
    public int Running { get; }

    /// <summary>How many calls waited.</summary>
    public int Waiting { get; }

    /// <summary>Whether another process refused the call. Such a call may be tried again; this process's own limits are not.</summary>
    public bool IsRemote { get; init; }
}
