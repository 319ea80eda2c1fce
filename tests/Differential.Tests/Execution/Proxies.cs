using Pipeline.Differential.Services;
using Pipeline.Generated;

namespace Pipeline.Differential.Execution;

/// <summary>The stand-in for each kind of proxy.</summary>
internal static class Proxies
{
    public static ServiceProxy Create(Type proxy, World world) => proxy switch
    {
        _ when proxy == typeof(Model.Proxy) => new ModelInWorld(world),
        _ when proxy == typeof(Catalog.Proxy) => new CatalogInWorld(world),
        _ when proxy == typeof(Ledger.Proxy) => new LedgerInWorld(world),
        _ when proxy == typeof(Gate.Proxy) => new GateInWorld(world),
        _ => throw new NotSupportedException($"No stand-in for {proxy}."),
    };
}
