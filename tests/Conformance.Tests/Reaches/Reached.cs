using Pipeline.CompilerServices;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>A running service for the length of a test, and the proxy under test.</summary>
public sealed class Reached<TProxy>(TProxy proxy, Probe probe, params IAsyncDisposable[] behind) : IAsyncDisposable
    where TProxy : ServiceProxy
{
    private Task? _end;

    /// <summary>The proxy that reaches the service.</summary>
    public TProxy Proxy { get; } = proxy;

    /// <summary>What the service has seen: looked at directly, whatever lies between.</summary>
    public Probe Probe { get; } = probe;

    /// <summary>Ends the connection, then the service; once, however often it is asked to.</summary>
    public ValueTask DisposeAsync() => new(_end ??= EndAsync());

    private async Task EndAsync()
    {
        foreach (var part in behind)
            await part.DisposeAsync();
    }
}
