namespace Pipeline;

/// <summary>A service runs as many calls as it may, and as many wait as may wait: the call was turned away at once.</summary>
public sealed class ServiceOverloadedException : Exception
{
    /// <summary>Reports a call turned away.</summary>
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
}
