namespace Pipeline;

/// <summary>
/// Marks a partial class as a service: other services depend on it through the generated <c>X.Proxy</c> and call its
/// <see cref="ApiAttribute"/> methods. Every property is a default that configuration may override.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ServiceAttribute : Attribute
{
    /// <summary>The service's name in graphs, logs and configuration. Default: the class's name.</summary>
    public string? Name { get; set; }

    /// <summary>What calling any API of this service does to the world, unless the API declares its own.</summary>
    public Effect Effect { get; set; }

    /// <summary>How many instances of the service one process holds. Default: 1.</summary>
    public int Instances { get; set; }

    /// <summary>How many calls one instance runs at the same time.</summary>
    public int Concurrency { get; set; }

    /// <summary>How many calls may wait while all instances are busy.</summary>
    public int QueueLimit { get; set; }

    /// <summary>The time one call may take: "30s", "250ms", or a <see cref="TimeSpan"/> literal such as "00:00:30".</summary>
    public string? Timeout { get; set; }
}
