using System.ComponentModel;
using Pipeline.Calls;

namespace Pipeline.CompilerServices;

/// <summary>The base of every generated proxy. A dependent holds a proxy, a test may subclass it.</summary>
/// <remarks>It declares no public member, so that an API may have any name.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceProxy
{
    private CallSlots? _slots;

    /// <summary>
    /// The slots in which sync members run on the thread pool where nothing else is declared: as many as there are processors.
    /// Made at the first such call, so that a proxy used otherwise pays nothing.
    /// </summary>
    internal CallSlots Slots =>
        _slots ?? Interlocked.CompareExchange(ref _slots, new CallSlots(Environment.ProcessorCount), null) ?? _slots;
}
