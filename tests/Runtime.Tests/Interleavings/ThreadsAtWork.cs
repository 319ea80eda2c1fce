namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>
/// Knows of every thread, other than the one that made it, that takes up work which that one has caused, and lays it down again: the
/// execution context flows with the work, and says when a thread changes to another.
/// </summary>
/// <param name="count">Told +1 and -1, on those threads.</param>
internal sealed class ThreadsAtWork(Action<int> count)
{
    private static readonly AsyncLocal<ThreadsAtWork?> Local = new(static change =>
    {
        if (!change.ThreadContextChanged)
            return;
        change.PreviousValue?.Count(-1);
        change.CurrentValue?.Count(+1);
    });

    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Runs the cause of the work, on the thread that made this.</summary>
    public void Watch(Action run)
    {
        Local.Value = this;
        try
        {
            run();
        }
        finally
        {
            Local.Value = null;
        }
    }

    private void Count(int change)
    {
        if (Environment.CurrentManagedThreadId != _thread)
            count(change);
    }
}
