namespace Pipeline.Runtime.Tests;

/// <summary>Collects what tasks failed with and nobody looked at, as long as it lives.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly List<Exception> _seen = [];

    public UnobservedExceptions()
    {
        // What earlier tests have left is not this one's.
        FinalizeTasks();
        TaskScheduler.UnobservedTaskException += Add;
    }

    /// <summary>What has come up so far, after every task that nothing refers to was finalized.</summary>
    public IReadOnlyList<Exception> Collect()
    {
        FinalizeTasks();
        lock (_seen)
            return [.. _seen];
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Add;

    private static void FinalizeTasks()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void Add(object? sender, UnobservedTaskExceptionEventArgs unobserved)
    {
        lock (_seen)
            _seen.AddRange(unobserved.Exception.InnerExceptions);
    }
}
