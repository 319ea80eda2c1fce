namespace Pipeline.Calls;

internal sealed partial class CallSlots
{
    /// <summary>
    /// Enters the lock even on a thread that is interrupted, which would lose a slot; the interruption comes back at its next wait.
    /// </summary>
    private GateScope EnterGate()
    {
        var isInterrupted = false;
        while (true)
        {
            try
            {
                _gate.Enter();
                break;
            }
            catch (ThreadInterruptedException)
            {
                isInterrupted = true;
            }
        }

        if (isInterrupted)
            Thread.CurrentThread.Interrupt();
        return new(_gate);
    }

    private readonly ref struct GateScope(Lock gate)
    {
        public void Dispose() => gate.Exit();
    }
}
