using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>
/// Stops calling what keeps failing: open for a while after too many failures, then half open for one call at a time, whose outcome
/// decides. One for all APIs of a service, unless an API has its own. Thread-safe.
/// </summary>
/// <param name="service">The service's name.</param>
/// <param name="calls">What is called: the service, or some of its APIs.</param>
/// <param name="options">When it opens, and for how long.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where its changes are written.</param>
internal sealed class Circuit(string service, string calls, CircuitBreakerOptions options, TimeProvider time, ILogger logger)
{
    private readonly Lock _gate = new();
    private CircuitSample _sample = new(options.SamplingDuration, time);
    private CircuitState _state;
    private long _openedAt;
    private bool _isProbing;
    private Exception? _cause;

    /// <summary>The name of the service that is called.</summary>
    public string Service => service;

    /// <summary>Changed by a reload; the circuit keeps its state.</summary>
    public CircuitBreakerOptions Options { get; set; } = options;

    /// <summary>Whether no call is made; once the break is over the next one is.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_gate)
                return _state is CircuitState.Isolated || (_state is CircuitState.Open && BreakLeft > TimeSpan.Zero);
        }
    }

    /// <summary>As a call would find it: an open circuit whose break is over is half open.</summary>
    public CircuitState State
    {
        get
        {
            lock (_gate)
                return _state is CircuitState.Open && BreakLeft <= TimeSpan.Zero ? CircuitState.HalfOpen : _state;
        }
    }

    private TimeSpan BreakLeft => Options.BreakDuration - time.GetElapsedTime(_openedAt);

    /// <summary>What is called: the service, or some of its APIs.</summary>
    public override string ToString() => calls;

    /// <summary>Lets a call through, or refuses it. Its outcome is to be reported.</summary>
    /// <exception cref="ServiceUnavailableException">The circuit is open.</exception>
    public void Enter()
    {
        lock (_gate)
        {
            if (_state is CircuitState.Open && BreakLeft <= TimeSpan.Zero)
                _state = CircuitState.HalfOpen;
            if (_state is CircuitState.Closed)
                return;
            if (_state is CircuitState.HalfOpen && !_isProbing)
            {
                _isProbing = true;
                return;
            }
        }

        throw Unavailable();
    }

    /// <summary>Counts the outcome of a call that was let through.</summary>
    public void Report(CallOutcome outcome, Exception? failure)
    {
        CircuitState before;
        lock (_gate)
        {
            before = _state;
            if (outcome is CallOutcome.Failed)
                _cause = failure;
            if (_state is CircuitState.Closed)
                Count(outcome);
            else if (_state is CircuitState.HalfOpen)
                Decide(outcome);
        }

        Log(before);
    }

    /// <summary>Opens the circuit until it is closed by hand.</summary>
    public void Isolate()
    {
        lock (_gate)
            _state = CircuitState.Isolated;
        CallLog.CircuitIsolated(logger, calls);
    }

    /// <summary>Closes the circuit and forgets earlier failures.</summary>
    public void Close()
    {
        CircuitState before;
        lock (_gate)
        {
            before = _state;
            _cause = null;
            Restart(CircuitState.Closed);
        }

        Log(before);
    }

    private void Count(CallOutcome outcome)
    {
        if (outcome is CallOutcome.Undecided)
            return;

        _sample.Add(outcome is CallOutcome.Failed);
        var (all, failed) = _sample.Totals();
        if (all >= Options.MinimumThroughput && failed >= all * Options.FailureRatio && outcome is CallOutcome.Failed)
            Restart(CircuitState.Open);
    }

    // A probe that its caller canceled, or that was refused elsewhere, says nothing: the next call is the next probe.
    private void Decide(CallOutcome outcome)
    {
        if (outcome is CallOutcome.Undecided)
            _isProbing = false;
        else
            Restart(outcome is CallOutcome.Failed ? CircuitState.Open : CircuitState.Closed);
    }

    private void Restart(CircuitState state)
    {
        _state = state;
        _isProbing = false;
        _openedAt = time.GetTimestamp();
        _sample = new(Options.SamplingDuration, time);
    }

    private void Log(CircuitState before)
    {
        var after = _state;
        if (after == before)
            return;

        if (after is CircuitState.Open)
            CallLog.CircuitOpened(logger, calls, Options.BreakDuration.TotalMilliseconds);
        else if (after is CircuitState.Closed)
            CallLog.CircuitClosed(logger, calls);
    }

    private ServiceUnavailableException Unavailable()
    {
        TimeSpan? left;
        lock (_gate)
            left = _state is CircuitState.Isolated ? null : BreakLeft > TimeSpan.Zero ? BreakLeft : TimeSpan.Zero;
        var message = _state is CircuitState.Isolated
            ? $"The circuit of {calls} was isolated by hand: no call is made until it is closed."
            : $"{calls} failed too often and is not called for now. Try again later.";
        return new(service, message, left, _cause) { MayHaveRun = false, Refusal = RefusalReason.CircuitOpen };
    }
}
