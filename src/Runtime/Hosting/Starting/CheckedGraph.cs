using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>What a container runs, and how it is called, once that is known to be possible.</summary>
/// <param name="Graph">The services that run here.</param>
/// <param name="Remote">The services that run elsewhere.</param>
/// <param name="Policies">How services are called.</param>
/// <param name="Drain">How long shutdown waits for running calls; null where it does not.</param>
internal sealed record CheckedGraph(ServiceGraph Graph, RemoteServices Remote, CallPolicies Policies, DrainPlan? Drain)
    : IAsyncDisposable, IDisposable
{
    /// <summary>Called by the container, after the services that used the channels have stopped.</summary>
    public ValueTask DisposeAsync() => Remote.DisposeAsync();

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => SyncView.Wait(Remote, static remote => remote.DisposeAsync().AsTask());
}
