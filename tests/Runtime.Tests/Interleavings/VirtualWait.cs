using System.Runtime.CompilerServices;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>Goes on in a step of the scheduler, whether the time was over or the token canceled; in the latter case by throwing.</summary>
internal readonly struct VirtualWait(VirtualScheduler scheduler, string name, long ticks, CancellationToken token)
    : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public VirtualWait GetAwaiter() => this;

    public void GetResult() => token.ThrowIfCancellationRequested();

    public void OnCompleted(Action continuation) => scheduler.Post(name, continuation, ticks, token);

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);
}
