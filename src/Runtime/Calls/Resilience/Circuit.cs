using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace Pipeline.Calls;

/// <summary>Stops calling what keeps failing. One for all APIs of a service, unless an API has its own. Thread-safe.</summary>
internal sealed class Circuit
{
    private readonly CircuitBreakerStateProvider _state = new();
    private readonly TimeProvider _time;
    private readonly string _service;
    private readonly string _calls;
    private long _closesAt;

    /// <param name="service">The service's name.</param>
    /// <param name="calls">What is called: the service, or one of its APIs.</param>
    /// <param name="options">When it opens, and for how long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where its changes are written.</param>
    public Circuit(string service, string calls, CircuitBreakerStrategyOptions options, TimeProvider time, ILogger logger)
    {
        _service = service;
        _calls = calls;
        _time = time;
        options.StateProvider = _state;
        options.ShouldHandle = static attempt => new(Attempts.AreFailing(attempt.Context, attempt.Outcome.Exception));
        options.OnOpened = opened =>
        {
            Volatile.Write(ref _closesAt, (time.GetUtcNow() + opened.BreakDuration).UtcTicks);
            CallLog.CircuitOpened(logger, calls, opened.BreakDuration.TotalMilliseconds);
            return default;
        };
        options.OnClosed = _ =>
        {
            CallLog.CircuitClosed(logger, calls);
            return default;
        };
        Pipeline = new ResiliencePipelineBuilder { TimeProvider = time }.AddCircuitBreaker(options).Build();
    }

    public ResiliencePipeline Pipeline { get; }

    /// <summary>Whether calls are turned away; once the break is over the next one is made, whatever the breaker calls that.</summary>
    public bool IsOpen => _state.CircuitState is CircuitState.Open && _time.GetUtcNow().UtcTicks < Volatile.Read(ref _closesAt);

    /// <summary>What is called: the service, or one of its APIs.</summary>
    public override string ToString() => _calls;

    public ServiceUnavailableException Unavailable(BrokenCircuitException rejected) => new(
        _service, $"{_calls} failed too often and is not called for now. Try again later.", rejected.RetryAfter, rejected.InnerException);
}
