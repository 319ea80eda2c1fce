using System.Diagnostics;

namespace Pipeline.Differential.Execution;

/// <summary>Tells when what a run has put on the thread pool is done, so that virtual time may go on.</summary>
/// <remarks>
/// While work is queued the pool counts it as pending; from before a worker takes it until after its end the pool counts the worker
/// as busy; and only work that is busy itself queues more. So when nothing is pending, no worker is busy, a second look finds the
/// same and nothing was completed in between, there is nothing left, on a machine of any speed. Some workers never rest: the test
/// host's own. Their number is the lowest ever seen; an outsider's work beside theirs only makes the wait longer.
/// </remarks>
internal static class ThreadPoolWatch
{
    private const int SettledLooks = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static int _outsiders = CountOutsiders();

    /// <summary>Waits until no work is left. The caller may be a worker of the pool itself.</summary>
    public static void WaitUntilIdle()
    {
        if (IsIdle())
            return;
        var start = Stopwatch.GetTimestamp();
        var spinner = default(SpinWait);
        while (!IsIdle())
        {
            spinner.SpinOnce(sleep1Threshold: -1);
            if (spinner.Count % 1024 == 0 && Stopwatch.GetElapsedTime(start) > Patience)
                throw new InvalidOperationException("The thread pool never comes to rest: the body blocks one of its threads.");
        }
    }

    private static bool IsIdle()
    {
        var completed = ThreadPool.CompletedWorkItemCount;
        return IsAtRest() && IsAtRest() && ThreadPool.CompletedWorkItemCount == completed;
    }

    private static bool IsAtRest()
    {
        if (ThreadPool.PendingWorkItemCount > 0)
            return false;
        var busy = Busy();
        if (busy < _outsiders)
            _outsiders = busy;
        return busy <= _outsiders;
    }

    /// <summary>The workers busy before the first run, once their number has not gone down for a while.</summary>
    private static int CountOutsiders()
    {
        var fewest = Busy();
        for (var looks = 0; looks < SettledLooks; looks++)
        {
            Thread.Sleep(1);
            if (Busy() is var busy && busy < fewest)
                (fewest, looks) = (busy, 0);
        }

        return fewest;
    }

    private static int Busy()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        return most - available - (Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
    }
}
