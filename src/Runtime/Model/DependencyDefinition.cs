namespace Pipeline;

/// <summary>One service's dependency on another. Immutable.</summary>
/// <param name="name">The constructor parameter's or property's name.</param>
/// <param name="service">The service depended on; asked for only when it is needed, so that definitions may name each other.</param>
public sealed class DependencyDefinition(string name, Func<ServiceDefinition> service)
{
    /// <summary>The constructor parameter's or property's name.</summary>
    public string Name { get; } = name;

    /// <summary>The service depended on.</summary>
    public ServiceDefinition Service => service();

    /// <summary>Where the service runs, when it is declared not to be in this process; otherwise null.</summary>
    public string? Url { get; init; }

    /// <summary>The declared time one call through this dependency may take, or null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The name and the service: <c>modelA: ModelA</c>.</summary>
    public override string ToString() => $"{Name}: {Service.Name}";
}
