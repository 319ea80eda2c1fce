using Pipeline.CompilerServices;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>A running service for the length of a test, and the proxy under test.</summary>
public sealed class Reached<TProxy>(TProxy proxy, Probe probe, params IAsyncDisposable[] behind) : IAsyncDisposable
    where TProxy : ServiceProxy
{
    /// <summary>The proxy that reaches the service.</summary>
    public TProxy Proxy { get; } = proxy;

    /// <summary>What the service has seen: looked at directly, whatever lies between.</summary>
    public Probe Probe { get; } = probe;

    /// <summary>Ends the connection, then the service.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var part in behind)
            await part.DisposeAsync();
    }
}
