using System.ComponentModel;

namespace Pipeline.CompilerServices;

/// <summary>Implemented by the generator on every service; how the runtime finds a service's definition without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IService
{
    /// <summary>The service, its APIs and its dependencies as a value.</summary>
    static abstract ServiceDefinition Definition { get; }
}
