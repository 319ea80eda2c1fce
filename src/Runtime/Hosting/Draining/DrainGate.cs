using Microsoft.Extensions.Logging;

namespace Pipeline.Hosting;

/// <summary>
/// Where calls from outside of the pipeline come in, where shutdown is to wait for them: counts them, refuses new ones once the
/// pipeline shuts down, and cancels those that run on after the time they are given. Thread-safe.
/// </summary>
/// <param name="grace">The time running calls have; null where nobody asked for that, and calls do not come by here.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it is written what shutdown waits for.</param>
#pragma warning disable CA1001 // The source has no timer, and calls that are left behind may still ask for its token.
internal sealed class DrainGate(TimeSpan? grace, TimeProvider time, ILogger logger)
#pragma warning restore CA1001
{
    /// <summary>The time a canceled call has to end: to give back what it holds before its service is disposed of.</summary>
    public static readonly TimeSpan CancellationTime = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly AsyncLocal<bool> _isInside = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _isClosed;

    public bool IsUsed => grace is not null;

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
                throw new ServiceUnavailableException(service.Name, $"{service} is shutting down and takes no new calls.");
            _running++;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            if (--_running == 0 && _isClosed)
                _drained.TrySetResult();
        }
    }

    /// <summary>
    /// Refuses new calls and waits for those that run; ends without them when they have had their time, or the token is canceled.
    /// </summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        if (Close() is not (> 0 and var running) || grace is not { } patience)
            return;

        PipelineLog.Draining(logger, running, patience.TotalMilliseconds);
        if (await IsDrainedAsync(patience, cancellationToken).ConfigureAwait(false))
            return;

        PipelineLog.CancelingCalls(logger, _running);

        // What is to be done at the cancellation may block: nobody waits for it longer than for the calls.
        _ = CancelAsync();
        if (!await IsDrainedAsync(CancellationTime, cancellationToken).ConfigureAwait(false))
            PipelineLog.LeavingCallsBehind(logger, _running);
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
            if (_running == 0)
                _drained.TrySetResult();
            return _running;
        }
    }

    private async Task<bool> IsDrainedAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        await _drained.Task.WaitAsync(patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _drained.Task.IsCompleted;
    }
}
