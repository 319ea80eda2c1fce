using System.Runtime.CompilerServices;

namespace Pipeline.Calls;

/// <summary>A failure as a task, as an async method that threw it makes it: a canceled task keeps its exception too.</summary>
internal static class FailedTask
{
    public static Task<TResult> Of<TResult>(Exception exception)
    {
        var builder = AsyncTaskMethodBuilder<TResult>.Create();
        builder.SetException(exception);
        return builder.Task;
    }
}
