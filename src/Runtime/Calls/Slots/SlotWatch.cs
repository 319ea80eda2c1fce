namespace Pipeline.Calls;

/// <summary>Reports calls that wait for a slot too long, each once. One timer for all that wait, and none while nobody does.</summary>
/// <param name="time">The clock.</param>
/// <param name="patience">How long a call may wait unreported.</param>
/// <param name="report">Where the report goes.</param>
#pragma warning disable CA1001 // The timer runs only while calls wait.
internal sealed class SlotWatch(TimeProvider time, TimeSpan patience, Action<SlotReport> report)
#pragma warning restore CA1001
{
    private ITimer? _timer;
    private CallSlots? _slots;
    private bool _isRunning;

    /// <summary>Watches a waiter; called within the lock of its slots.</summary>
    public void Begin(SlotWaiter waiter, CallSlots slots)
    {
        waiter.Since = time.GetTimestamp();
        _slots = slots;
        if (_isRunning)
            return;

        _isRunning = true;
        if (_timer is null)
            _timer = CreateTimer();
        else
            _timer.Change(patience, Timeout.InfiniteTimeSpan);
    }

    // The timer outlives the call that starts it, whose context it must not keep.
    private ITimer CreateTimer()
    {
        var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        try
        {
            return time.CreateTimer(static watch => ((SlotWatch)watch!).Look(), this, patience, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            flow?.Undo();
        }
    }

    private void Look()
    {
        var late = _slots!.TakeReport(
            waiter => time.GetElapsedTime(waiter.Since) >= patience,
            isAnyWaiting =>
            {
                _isRunning = isAnyWaiting;
                if (isAnyWaiting)
                    _timer!.Change(patience, Timeout.InfiniteTimeSpan);
            });
        if (late is not null)
            report(late);
    }
}
