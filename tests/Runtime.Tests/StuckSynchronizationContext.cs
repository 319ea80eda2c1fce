namespace Pipeline.Runtime.Tests;

/// <summary>The context of a thread that is blocked: what is posted to it never runs.</summary>
internal sealed class StuckSynchronizationContext : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new InvalidOperationException("The thread is blocked.");
}
