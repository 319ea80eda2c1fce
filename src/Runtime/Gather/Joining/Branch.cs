using System.Runtime.ExceptionServices;

namespace Pipeline;

/// <summary>One task of a gather.</summary>
internal static class Branch
{
    /// <summary>
    /// The branch that stands in for a null one: failed in its place. Throwing at once would leave the branches beside it
    /// running with nobody to observe them.
    /// </summary>
    public static Task<T> Null<T>(string argument) => Task.FromException<T>(new ArgumentNullException(argument));

    /// <summary>The branch that stands in for one whose start gave no task to wait for.</summary>
    public static Task<T> NoTask<T>() =>
        Task.FromException<T>(new InvalidOperationException("The branch returned null in place of a task."));

    /// <summary>What awaiting a failed task throws.</summary>
    public static ExceptionDispatchInfo Failure(Task failed) =>
        ExceptionDispatchInfo.Capture(failed.IsFaulted ? failed.Exception.InnerExceptions[0] : Cancellation(failed));

    /// <summary>The exception a canceled task was canceled with. Only awaiting the task gives the original object.</summary>
    public static OperationCanceledException Cancellation(Task canceled)
    {
        try
        {
            canceled.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException exception)
        {
            return exception;
        }
        throw new InvalidOperationException("The task was not canceled.");
    }
}
