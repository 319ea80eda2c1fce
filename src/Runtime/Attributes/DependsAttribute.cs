namespace Pipeline;

/// <summary>
/// Declares a dependency on another service: on a partial property of type <c>X.Proxy</c>, or on a constructor parameter
/// of that type to carry options.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DependsAttribute : Attribute
{
    /// <summary>Where the service runs, when it is not in this process.</summary>
    public string? Url { get; set; }

    /// <summary>The time one call through this dependency may take: "30s", "250ms", or a <see cref="TimeSpan"/> literal.</summary>
    public string? Timeout { get; set; }
}
