namespace Pipeline;

/// <summary>
/// A call would wait for ever: every slot that it needs is held by a call that waits for it in turn. It fails at once, without having
/// run.
/// </summary>
/// <remarks>
/// Thrown only where that is certain: where a caller that is blocked on the sync view, or that asks for the next item of a stream,
/// holds every slot that the call needs.
/// </remarks>
public sealed class ServiceDeadlockException : InvalidOperationException, IPipelineException
{
    /// <summary>Reports a call that would wait for ever.</summary>
    /// <param name="service">The service whose slot the call needs.</param>
    /// <param name="chain">The calls that wait for each other.</param>
    public ServiceDeadlockException(string service, IReadOnlyList<string> chain)
        : base(Describe(service, chain))
    {
        Service = service;
        Chain = chain;
    }

    /// <summary>The service whose slot the call needs.</summary>
    public string Service { get; }

    /// <summary>The calls that wait for each other, each with what it holds and what it waits for.</summary>
    public IReadOnlyList<string> Chain { get; }

    private static string Describe(string service, IReadOnlyList<string>? chain) =>
        $"A call of {service} would wait for ever: {string.Join("; ", chain ?? [])}. "
        + "Raise Concurrency or Instances, or do not call the service from within a call that holds its slot.";
}
