using System.Runtime.CompilerServices;

namespace Pipeline.Runtime.Tests;

/// <summary>Branches for gathers to join.</summary>
internal static class Branches
{
    public static Task<T> Fail<T>(string message) => Task.FromException<T>(new InvalidOperationException(message));

    public static Task Fail(string message) => Fail<int>(message);

    public static Task<T> Cancel<T>(CancellationToken token = default) => Task.FromCanceled<T>(token.CanBeCanceled ? token : new(true));

    /// <summary>Fails after the thread was given up once, with a stack that names this method.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<T> FailLater<T>(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    /// <summary>Over once the token is canceled.</summary>
    public static async Task Canceled(CancellationToken token)
    {
        var canceled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(canceled.SetResult);
        await canceled.Task;
    }

    /// <summary>A sequence that starts branches one by one, then throws.</summary>
    public static IEnumerable<TTask> ThenThrow<TTask>(Exception exception, params TTask[] branches)
    {
        foreach (var branch in branches)
            yield return branch;
        throw exception;
    }
}
