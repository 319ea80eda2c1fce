namespace Pipeline.CompilerServices;

/// <summary>A start-up or shutdown method of one instance.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Timeout">The declared time it may take, or null.</param>
/// <param name="Run">Calls it.</param>
internal readonly record struct BoundHook(string Name, TimeSpan? Timeout, Func<CancellationToken, Task> Run);
