namespace Pipeline;

/// <summary>
/// Marks a method to run once after the service has taken its last call and before its dependencies shut down. It takes no
/// parameter or one <see cref="CancellationToken"/>, and may be asynchronous.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnShutdownAttribute : Attribute;
