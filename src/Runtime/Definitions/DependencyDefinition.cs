namespace Pipeline;

/// <summary>One service's dependency on another. Immutable.</summary>
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
}
