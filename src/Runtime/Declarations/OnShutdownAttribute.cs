namespace Pipeline;

/// <summary>
/// Marks a method to run once after the service has taken its last call and before its dependencies shut down. It takes no
/// parameter or one <see cref="CancellationToken"/>, and may be asynchronous.
/// </summary>
/// <remarks>
/// Runs only if all start-up methods of the service succeeded. Dependents shut down before their dependencies, one service at
/// a time; then instances are disposed of in the same order. A method that throws stops none of the others.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnShutdownAttribute : Attribute;
