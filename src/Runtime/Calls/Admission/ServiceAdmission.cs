namespace Pipeline.Calls;

/// <summary>Whether a service of this process takes calls: from the end of its start-up hooks until its shutdown hooks begin.</summary>
/// <param name="service">The service.</param>
internal sealed class ServiceAdmission(ServiceDefinition service)
{
    private const int NotStarted = 0;
    private const int Open = 1;
    private const int Stopped = 2;

    private int _state;

    public bool IsOpen => Volatile.Read(ref _state) == Open;

    /// <summary>Lets calls in, unless the service has been stopped meanwhile.</summary>
    public void Begin() => Interlocked.CompareExchange(ref _state, Open, NotStarted);

    /// <summary>Refuses calls from now on.</summary>
    public void End() => Volatile.Write(ref _state, Stopped);

    /// <exception cref="ServiceUnavailableException">The service takes no calls.</exception>
    public void ThrowIfClosed()
    {
        if (!IsOpen)
            throw CreateException();
    }

    private ServiceUnavailableException CreateException()
    {
        var advice = Volatile.Read(ref _state) == NotStarted
            ? "has not started: start the host, or the PipelineApp, before calling it, and call it from no constructor."
            : "has stopped: call it in another process, or end what calls it before the pipeline stops.";
        return new(service.Name, $"{service} {advice}") { MayHaveRun = false, IsClosed = true };
    }
}
