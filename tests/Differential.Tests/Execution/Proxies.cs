using System.Reflection;
using Pipeline.CompilerServices;
using Pipeline.Differential.Clients;
using Pipeline.Differential.Services;

namespace Pipeline.Differential.Execution;

/// <summary>The proxies of one run: stand-ins for the known services, and services of the bodies' own behind the generated proxies.</summary>
internal sealed class Proxies(World world)
{
    private readonly List<object> _services = [];

    /// <summary>The services created, whose fields are part of what can be observed.</summary>
    public IReadOnlyList<object> Services => _services;

    public object[] For(ConstructorInfo constructor) => [.. constructor.GetParameters().Select(parameter => Give(parameter.ParameterType))];

    private object Give(Type type) => type == typeof(HttpClient) ? WebInWorld.Connect(world) : Create(type);

    private ServiceProxy Create(Type proxy) => proxy switch
    {
        _ when proxy == typeof(Model.Proxy) => new ModelInWorld(world),
        _ when proxy == typeof(Catalog.Proxy) => new CatalogInWorld(world),
        _ when proxy == typeof(Ledger.Proxy) => new LedgerInWorld(world),
        _ when proxy == typeof(Gate.Proxy) => new GateInWorld(world),
        _ when proxy == typeof(Gpu.Proxy) => new GpuInWorld(world),
        _ when proxy == typeof(Press.Proxy) => new PressInWorld(world),
        _ => CreateLocal(proxy.DeclaringType!),
    };

    private ServiceProxy CreateLocal(Type type)
    {
        var constructor = type.GetConstructors().Single();
        var service = constructor.Invoke(For(constructor));
        _services.Add(service);
        var local = type.GetNestedTypes(BindingFlags.NonPublic).Single(nested => nested.GetConstructor([type]) is not null);
        return (ServiceProxy)Activator.CreateInstance(local, service)!;
    }
}
