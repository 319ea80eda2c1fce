using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.CompilerServices;

/// <summary>The container's services for one execution of an API's body.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallScope : IAsyncDisposable, IDisposable
{
    private readonly AsyncServiceScope _scope;

    private CallScope(AsyncServiceScope scope) => _scope = scope;

    /// <summary>The scope's service of that type.</summary>
    public T GetRequired<T>(string name, object? key = null) =>
        (T)(Get<T>(key) ?? throw new InvalidOperationException($"The container has no {typeof(T)} for {name}."));

    /// <summary>The scope's service of that type, or the default where it has none.</summary>
    public T GetOptional<T>(string name, T defaultValue, object? key = null) => Get<T>(key) is T service ? service : defaultValue;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _scope.DisposeAsync();

    /// <summary>Blocks until the services that are disposed of asynchronously are.</summary>
    public void Dispose() => SyncView.Wait(this, static scope => scope.DisposeAsync().AsTask());

    internal static CallScope Open(ServiceProxy? proxy) => proxy?.Container is { } container
        ? new(container.CreateAsyncScope())
        : throw new InvalidOperationException(
            $"{proxy?.GetType()} has no container to open a scope in: get it from the container or an app.");

    private object? Get<T>(object? key) => key is null
        ? _scope.ServiceProvider.GetService(typeof(T))
        : (_scope.ServiceProvider as IKeyedServiceProvider)?.GetKeyedService(typeof(T), key);
}
