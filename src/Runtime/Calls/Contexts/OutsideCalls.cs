namespace Pipeline.Calls;

/// <summary>
/// The calls that have come into a pipeline from outside of it and still run. Counted, so that a shutdown can wait for them; refused once
/// it has begun; ended when they have had their time. What they call in turn is part of them. Thread-safe.
/// </summary>
internal sealed class OutsideCalls
{
    private readonly Lock _gate = new();
    private readonly Dictionary<EndableCall, ServiceDefinition> _running = [];
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isClosed;

    /// <summary>Ends when calls are refused and none runs any more.</summary>
    public Task Drained => _drained.Task;

    /// <summary>How many calls run.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _running.Count;
        }
    }

    /// <summary>The services whose calls run, with how many.</summary>
    public IReadOnlyDictionary<ServiceDefinition, int> ByService
    {
        get
        {
            lock (_gate)
                return _running.Values.CountBy(static service => service).ToDictionary();
        }
    }

    /// <summary>Counts a call, unless it is part of one that is counted; to be taken off by <see cref="Remove"/>.</summary>
    /// <returns>Whether the call is counted.</returns>
    /// <exception cref="ServiceUnavailableException">The pipeline is shutting down.</exception>
    public bool Add(EndableCall call, CallContext context, ServiceDefinition service)
    {
        if (context.Entry == this)
            return false;

        lock (_gate)
        {
            if (_isClosed)
            {
                throw new ServiceUnavailableException(
                    service.Name,
                    $"{service} is shutting down and takes no new calls: call it in another process, or once this one runs again.")
                { MayHaveRun = false, Refusal = RefusalReason.Draining };
            }

            _running.Add(call, service);
        }

        context.Entry = this;
        return true;
    }

    /// <summary>Takes off a call that has ended: its body too, not only its caller's wait.</summary>
    public void Remove(EndableCall call)
    {
        lock (_gate)
        {
            if (_running.Remove(call))
                EndIfDrained();
        }
    }

    /// <summary>Refuses calls from now on.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            EndIfDrained();
        }
    }

    /// <summary>Ends the calls that run.</summary>
    public void End()
    {
        KeyValuePair<EndableCall, ServiceDefinition>[] running;
        lock (_gate)
            running = [.. _running];
        foreach (var (call, service) in running)
            call.End(new ShutdownEnding(call.IsAbandonable, service));
    }

    private void EndIfDrained()
    {
        if (_isClosed && _running.Count == 0)
            _drained.TrySetResult();
    }
}
