namespace Pipeline;

/// <summary>
/// Marks a method to run once after the service has taken its last call and before its dependencies shut down. It takes no
/// parameter or one <see cref="CancellationToken"/>, and may be asynchronous.
/// </summary>
/// <remarks>
/// Runs on the thread pool, only if all start-up methods of the service succeeded. Dependents shut down before their
/// dependencies, one service at a time; then instances are disposed of in the same order. A method that throws or runs over its
/// time stops none of the others.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnShutdownAttribute : Attribute
{
    /// <summary>
    /// The time the method may take: "10s", "2m", or a <see cref="TimeSpan"/> literal such as "00:00:10". Default: 30 seconds.
    /// Configuration overrides it for all shutdown methods of a service, and for its disposal:
    /// <c>Pipeline:Services:&lt;Name&gt;:ShutdownTimeout</c>.
    /// </summary>
    /// <remarks>
    /// When that time is over, the method's token is canceled, and the shutdown goes on without waiting for the method to end.
    /// </remarks>
    public string? Timeout { get; set; }
}
