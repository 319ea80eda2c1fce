using System.ComponentModel;
using Pipeline.Transports;

namespace Pipeline.CompilerServices;

/// <summary>The base of every generated proxy. A dependent holds a proxy, a test may subclass it.</summary>
/// <remarks>It declares no public member, so that an API may have any name.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceProxy
{
    private object? _pool;
    private ServiceChannel? _path;

    /// <summary>For proxies without APIs.</summary>
    protected ServiceProxy()
    {
    }

    /// <summary>For proxies with an async view.</summary>
    /// <param name="view">The view; one that no proxy has been made with yet belongs to this one from now on.</param>
    protected ServiceProxy(ServiceProxyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        view.BelongTo(this);
    }

    /// <summary>What calls pass on their way to the service; null while they are bare. May change while calls run.</summary>
    internal ServiceChannel? Path
    {
        get => _path;
        set => Volatile.Write(ref _path, value);
    }

    /// <summary>What calls pass while somebody listens, though they are bare otherwise; null for a proxy that nobody watches.</summary>
    internal ServiceChannel? ObservedPath { get; set; }

    /// <summary>The container that APIs with services of a scope open theirs in; null where the proxy was made without one.</summary>
    internal IServiceProvider? Container { get; set; }

    /// <summary>What sync members called through the async view run in; created at the first such call unless it was set.</summary>
    internal TPool GetPool<TPool>(Func<TPool> create)
        where TPool : class =>
        (TPool)(Volatile.Read(ref _pool) ?? Interlocked.CompareExchange(ref _pool, create(), null) ?? _pool);

    /// <summary>Lets sync members run in what the service's other proxies use too; before the proxy is given out.</summary>
    internal void SetPool(object pool) => _pool = pool;
}
