namespace Pipeline;

/// <summary>
/// Marks a method to run once before the service takes its first call and after its dependencies have started. It takes no
/// parameter or one <see cref="CancellationToken"/>, and may be asynchronous.
/// </summary>
/// <remarks>
/// A service's hooks run one after another, on the thread pool, base class first, in the order of their declaration. Services
/// that do not depend on each other start at the same time. When a hook throws or runs over its time, the token of the others is
/// canceled, what has started is shut down again, and the pipeline does not start. A constructor runs before any hook, so work
/// that calls a dependency belongs here.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnStartupAttribute : Attribute
{
    /// <summary>
    /// The time the method may take: "10m", "30s", or a <see cref="TimeSpan"/> literal such as "00:10:00". Default: 5 minutes.
    /// Configuration overrides it for all start-up methods of a service: <c>Pipeline:Services:&lt;Name&gt;:StartupTimeout</c>.
    /// </summary>
    /// <remarks>
    /// When that time is over, the method's token is canceled, and the start fails without waiting for the method to end.
    /// </remarks>
    public string? Timeout { get; set; }
}
