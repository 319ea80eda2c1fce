using Pipeline.CompilerServices;

namespace Pipeline.Calls;

/// <summary>
/// The slots in which sync members run on the thread pool where nothing else is declared: as many as there are processors. Those of the
/// service, which its proxies share; a fake's own are created at its first such call.
/// </summary>
internal static class PoolSlots
{
    public static CallSlots Of(ServiceProxy proxy) => proxy.GetPool(static () => new CallSlots(Environment.ProcessorCount));
}
