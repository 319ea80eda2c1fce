using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>
/// Writes the first refused call of a service to the log at once, and those that follow as a count now and then. Thread-safe.
/// </summary>
#pragma warning disable CA1001 // The timer runs only while calls are refused.
internal sealed class Refusals(string service, TimeProvider time, ILogger logger)
#pragma warning restore CA1001
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isCounting;
    private long _count;

    public void Note(string reason)
    {
        lock (_gate)
        {
            if (_isCounting)
            {
                _count++;
                return;
            }

            _isCounting = true;
            Restart();
        }

        CallLog.Refused(logger, service, reason);
    }

    // The timer outlives the call that starts it, whose context it must not keep.
    private void Restart()
    {
        if (_timer is not null)
        {
            _timer.Change(Interval, Timeout.InfiniteTimeSpan);
            return;
        }

        var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        _timer = time.CreateTimer(static refusals => ((Refusals)refusals!).Summarize(), this, Interval, Timeout.InfiniteTimeSpan);
        flow?.Undo();
    }

    private void Summarize()
    {
        long count;
        lock (_gate)
        {
            (count, _count) = (_count, 0);
            _isCounting = count > 0;
            if (_isCounting)
                Restart();
        }

        if (count > 0)
            CallLog.RefusedMore(logger, count, service, Interval.TotalSeconds);
    }
}
