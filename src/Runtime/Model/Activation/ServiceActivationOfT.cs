using System.ComponentModel;

namespace Pipeline.CompilerServices;

/// <inheritdoc cref="ServiceActivation"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceActivation<TService> : ServiceActivation
    where TService : class
{
    /// <summary>Makes an instance from what the resolver gives.</summary>
    public required Func<ServiceResolver, TService> Create { get; init; }

    /// <summary>Makes a proxy that calls the instance; of null, one that gets a path before it is called.</summary>
    public required Func<TService?, ServiceProxy> CreateProxy { get; init; }

    /// <summary>The methods marked <see cref="OnStartupAttribute"/>, base class first, in the order of their declaration.</summary>
    public IReadOnlyList<LifecycleHook<TService>> OnStartup { get; init; } = [];

    /// <summary>The methods marked <see cref="OnShutdownAttribute"/>, base class first, in the order of their declaration.</summary>
    public IReadOnlyList<LifecycleHook<TService>> OnShutdown { get; init; } = [];

    internal override object CreateInstance(ServiceResolver resolver) => Create(resolver);

    internal override ServiceProxy CreateProxyFor(object? service) => CreateProxy((TService?)service);

    internal override IEnumerable<BoundHook> StartupHooks(object service) =>
        OnStartup.Select(hook => hook.Bind((TService)service));

    internal override IEnumerable<BoundHook> ShutdownHooks(object service) =>
        OnShutdown.Select(hook => hook.Bind((TService)service));
}
