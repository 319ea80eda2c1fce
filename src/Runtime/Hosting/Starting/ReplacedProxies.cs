using System.Collections.Concurrent;

namespace Pipeline.Hosting;

/// <summary>
/// Finds out, of a proxy that the application has put in the place of the pipeline's, whether it asks for what it replaced: only the
/// container, by creating it, can say whether it is a decorator or a fake. Thread-safe.
/// </summary>
internal sealed class ReplacedProxies(IServiceProvider provider) : IDisposable
{
    private readonly ConcurrentDictionary<Type, bool> _asked = new();
    private readonly ThreadLocal<bool> _isAsking = new();

    /// <summary>Whether this thread is creating such a proxy while the graph is not known yet.</summary>
    public bool IsAsking => _isAsking.Value;

    /// <summary>Whether the proxy that the container gives out wraps the pipeline's, so that the service runs all the same.</summary>
    public bool IsDecorator(ServiceDefinition service)
    {
        if (_asked.ContainsKey(service.ServiceType))
            return true;

        var wasAsking = _isAsking.Value;
        _isAsking.Value = true;
        try
        {
            provider.GetService(service.ProxyType);
        }
        finally
        {
            _isAsking.Value = wasAsking;
        }

        return _asked.ContainsKey(service.ServiceType);
    }

    /// <summary>Notes that somebody asks for the pipeline's own proxy.</summary>
    public void NoteRequest(ServiceDefinition service) => _asked.TryAdd(service.ServiceType, true);

    public void Dispose() => _isAsking.Dispose();
}
