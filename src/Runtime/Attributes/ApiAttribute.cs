namespace Pipeline;

/// <summary>Marks a method of a service as callable by others, through the service's generated proxy.</summary>
/// <remarks>An API must not change its arguments: parallel calls may share them, and a remote call works on copies.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ApiAttribute : Attribute
{
    /// <summary>The API's name in graphs, logs and configuration. Default: the method's name without an <c>Async</c> suffix.</summary>
    public string? Name { get; set; }

    /// <summary>What a call does to the world. Analyzers rely on it when they look for calls that may overlap.</summary>
    public Effect Effect { get; set; }

    /// <summary>Whether calling twice has the same effect as calling once, which permits retries.</summary>
    public bool Idempotent { get; set; }

    /// <summary>The time one call may take: "30s", "250ms", or a <see cref="TimeSpan"/> literal such as "00:00:30".</summary>
    public string? Timeout { get; set; }
}
