using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Pipeline.CompilerServices;

namespace Pipeline;

/// <summary>A service, its APIs and its dependencies as a value, written at compile time. Immutable.</summary>
/// <remarks>The generator adds it to every service as <c>X.Definition</c>; nothing of it is found by reflection.</remarks>
public sealed partial class ServiceDefinition
{
    /// <summary>The service's name in graphs, logs and configuration.</summary>
    public required string Name { get; init; }

    /// <summary>The class marked <see cref="ServiceAttribute"/>, with its methods, whose attributes transports read.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods)]
    public required Type ServiceType { get; init; }

    /// <summary>The generated abstract <c>X.Proxy</c>.</summary>
    public required Type ProxyType { get; init; }

    /// <summary>The declared effect of the APIs that declare none of their own.</summary>
    public Effect Effect { get; init; }

    /// <summary>The declared number of instances, or null.</summary>
    public int? Instances { get; init; }

    /// <summary>The declared simultaneous calls per instance, or null.</summary>
    public int? Concurrency { get; init; }

    /// <summary>The declared number of calls that may wait, or null.</summary>
    public int? QueueLimit { get; init; }

    /// <summary>The declared time one call may take, or null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The APIs, in the order of their declaration.</summary>
    public IReadOnlyList<ApiDefinition> Apis { get; init; } = [];

    /// <summary>The services this one calls: constructor parameters first, then properties.</summary>
    public IReadOnlyList<DependencyDefinition> Dependencies { get; init; } = [];

    /// <summary>How the runtime makes and starts an instance.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public required ServiceActivation Activation { get; init; }

    /// <summary>The service's name.</summary>
    public override string ToString() => Name;
}
