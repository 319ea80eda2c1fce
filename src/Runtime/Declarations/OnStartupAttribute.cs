namespace Pipeline;

/// <summary>
/// Marks a method to run once before the service takes its first call and after its dependencies have started. It takes no
/// parameter or one <see cref="CancellationToken"/>, and may be asynchronous.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnStartupAttribute : Attribute;
