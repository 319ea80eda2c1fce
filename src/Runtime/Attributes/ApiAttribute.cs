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

    /// <summary>How many calls of this API one instance of the service runs at the same time, within the service's own limit.</summary>
    public int Concurrency { get; set; }

    /// <summary>
    /// The exceptions after which a further attempt may succeed, besides those that are transient for every API: lost connections,
    /// timeouts and unavailable services.
    /// </summary>
#pragma warning disable CA1819 // What an attribute's value can be.
    public Type[]? Transient { get; set; }
#pragma warning restore CA1819

    /// <summary>
    /// Whether a call from the sync view may run on the thread pool instead of its caller's thread: permits hedging, batching and
    /// coalescing of such calls. The body then sees nothing of its caller's locks and thread statics.
    /// </summary>
    public bool RunsOnPool { get; set; }

    /// <summary>
    /// How many items a stream may be asked for ahead of its consumer when it crosses a transport. Without it each item is asked for
    /// when the consumer wants it, since an item may cost or change something.
    /// </summary>
    public int ReadAhead { get; set; }
}
