using Microsoft.Extensions.Logging;

namespace Pipeline.Hosting;

/// <summary>
/// Where calls from outside of the pipeline come in, where shutdown is to wait for them: counts them, refuses new ones once the
/// pipeline shuts down, and cancels those that run on after the time they are given. Thread-safe.
/// </summary>
/// <param name="plan">How a shutdown divides its time; null where it waits for nobody, and calls do not come by here.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it is written what shutdown waits for.</param>
#pragma warning disable CA1001 // The source has no timer, and calls that are left behind may still ask for its token.
internal sealed class DrainGate(DrainPlan? plan, TimeProvider time, ILogger logger)
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly AsyncLocal<bool> _isInside = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<ServiceDefinition, int> _running = [];
    private int _count;
    private bool _isClosed;

    public bool IsUsed => plan is not null;

    /// <summary>Canceled when the calls that run have had their time.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Whether this is part of a call that has come in: what it calls is no new call.</summary>
    public bool IsInside
    {
        get => _isInside.Value;
        set => _isInside.Value = value;
    }

    /// <summary>Lets a call in, to be counted out by <see cref="Leave"/>.</summary>
    /// <exception cref="ServiceUnavailableException">The pipeline is shutting down.</exception>
    public void Enter(ServiceDefinition service)
    {
        lock (_gate)
        {
            if (_isClosed && !IsInside)
            {
                throw new ServiceUnavailableException(
                    service.Name, $"{service} is shutting down and takes no new calls: call it in another process, or once this one runs again.")
                { MayHaveRun = false };
            }

            _count++;
            _running[service] = _running.GetValueOrDefault(service) + 1;
        }
    }

    public void Leave(ServiceDefinition service)
    {
        lock (_gate)
        {
            _count--;
            if (--_running[service] == 0)
                _running.Remove(service);
            if (_count == 0 && _isClosed)
                _drained.TrySetResult();
        }
    }

    /// <summary>
    /// Refuses new calls and waits for those that run; cancels them when they have had their time, or the token is canceled, and waits
    /// for them once more.
    /// </summary>
    /// <param name="elapsed">The time that has passed since the shutdown began.</param>
    /// <param name="cancellationToken">Ends the first wait early. Canceled calls have their time all the same.</param>
    /// <returns>The services whose calls still run.</returns>
    public async Task<IReadOnlyCollection<ServiceDefinition>> DrainAsync(TimeSpan elapsed, CancellationToken cancellationToken)
    {
        if (Close() is not (> 0 and var running) || plan is null)
            return [];

        var patience = plan.Patience > elapsed ? plan.Patience - elapsed : TimeSpan.Zero;
        PipelineLog.Draining(logger, running, patience.TotalMilliseconds);
        if (await IsDrainedAsync(patience, cancellationToken).ConfigureAwait(false))
            return [];

        PipelineLog.CancelingCalls(logger, _count);

        // What is to be done at the cancellation may block: nobody waits for it longer than for the calls.
        _ = CancelAsync();
        if (await IsDrainedAsync(plan.Cancellation, CancellationToken.None).ConfigureAwait(false))
            return [];

        lock (_gate)
        {
            PipelineLog.LeavingCallsBehind(logger, string.Join(", ", _running.Select(static calls => $"{calls.Value} of {calls.Key}")));
            return [.. _running.Keys];
        }
    }

    private async Task CancelAsync()
    {
        try
        {
            await _cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException exception)
        {
            PipelineLog.CancellationFailed(logger, exception);
        }
    }

    private int Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_count == 0)
                _drained.TrySetResult();
            return _count;
        }
    }

    private async Task<bool> IsDrainedAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await _drained.Task.WaitAsync(patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _drained.Task.IsCompleted;
    }
}
