namespace Pipeline.Calls;

/// <summary>Looks at the failure of a task that nobody waits for, which would be reported as unobserved otherwise.</summary>
internal static class TaskObserver
{
    public static void Observe(Task task) =>
        task.ContinueWith(
            static task => task.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
