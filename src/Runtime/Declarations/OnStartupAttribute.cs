namespace Pipeline;

/// <summary>
/// Marks a method to run once before the service takes its first call and after its dependencies have started. It takes no
/// parameter or one <see cref="CancellationToken"/>, and may be asynchronous.
/// </summary>
/// <remarks>
/// A service's hooks run one after another, on the thread pool, base class first, in the order of their declaration. Services
/// that do not depend on each other start at the same time. When a hook throws, the token of the others is canceled, what has
/// started is shut down again, and the pipeline does not start. A constructor runs before any hook, so work that calls a
/// dependency belongs here.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnStartupAttribute : Attribute;
