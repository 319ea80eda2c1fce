using System.ComponentModel;

namespace Pipeline.CompilerServices;

/// <summary>A start-up or shutdown method of a service.</summary>
/// <param name="name">The method's name.</param>
/// <param name="run">Calls it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LifecycleHook<TService>(string name, Func<TService, CancellationToken, Task> run)
{
    /// <summary>The declared time the method may take, or null.</summary>
    public TimeSpan? Timeout { get; init; }

    internal BoundHook Bind(TService service) => new(name, Timeout, token => run(service, token));
}
