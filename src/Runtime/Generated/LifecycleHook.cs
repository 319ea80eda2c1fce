using System.ComponentModel;

namespace Pipeline.Generated;

/// <summary>A start-up or shutdown method of a service.</summary>
/// <param name="name">The method's name.</param>
/// <param name="run">Calls it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LifecycleHook<TService>(string name, Func<TService, CancellationToken, Task> run)
{
    internal (string Name, Func<CancellationToken, Task> Run) Bind(TService service) => (name, token => run(service, token));
}
