namespace Pipeline.Calls;

internal abstract partial class Call
{
    private CallObservation? _observation;

    /// <summary>
    /// What sees the call while somebody listens; an attempt that has no span of its own is seen as part of the call. Null while nobody
    /// does.
    /// </summary>
    protected CallObservation? Observation => _observation ?? _origin?.Observation;

    /// <summary>Begins to be seen if somebody listens, with a span that is current from here on.</summary>
    protected void BeginObservation()
    {
        if (_origin is null ? CallTelemetry.IsObserved : Route.MayRepeat && _origin.Observation is not null)
            ListenerFault.Ignore(this, static call => call._observation = call.Observe());
    }

    /// <summary>Ends what is seen of the call: its caller is about to have the answer.</summary>
    protected void EndObservation()
    {
        if (_observation is not null)
            ListenerFault.Ignore(this, static call => call._observation!.End(call.Instance, call.Route.IsStream));
        else if (Instance is { } instance)
            _origin?.Observation?.RunOn(instance);
    }

    /// <summary>Makes the span current that was so on this thread before the call, or the step of a stream.</summary>
    protected void LeaveObservation() => _observation?.Leave();

    private CallObservation? Observe()
    {
        if (_origin is not null)
            return _origin.Observation!.BeginAttempt(Context.Attempt);

        return Context.ServedBy is { } served
            ? CallObservation.GoOn(Route.Telemetry, Route.Time, served.Span)
            : CallObservation.BeginCall(Route.Telemetry, Route.Time);
    }
}
