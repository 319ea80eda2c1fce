using System.ComponentModel;
using Pipeline.Calls;

namespace Pipeline.CompilerServices;

/// <summary>The base of every generated proxy. A dependent holds a proxy, a test may subclass it.</summary>
/// <remarks>It declares no public member, so that an API may have any name.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceProxy
{
    private CallSlots? _slots;
    private CallPath? _path;

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
    internal CallPath? Path
    {
        get => _path;
        set => Volatile.Write(ref _path, value);
    }

    /// <summary>The container that APIs with services of a scope open theirs in; null where the proxy was made without one.</summary>
    internal IServiceProvider? Container { get; set; }

    /// <summary>
    /// The slots in which sync members run on the thread pool where nothing else is declared: as many as there are processors.
    /// Those of the service, which its other proxies share; a fake's are made at its first such call.
    /// </summary>
    internal CallSlots Slots
    {
        get => _slots ?? Interlocked.CompareExchange(ref _slots, new CallSlots(Environment.ProcessorCount), null) ?? _slots;
        set => _slots = value;
    }
}
