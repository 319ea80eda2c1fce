namespace Pipeline.Soak.Load;

/// <summary>A service with limits, and how to fill it from outside.</summary>
/// <param name="Name">The service.</param>
/// <param name="Running">How many calls may run.</param>
/// <param name="Waiting">How many calls may wait.</param>
/// <param name="HoldAsync">A call that runs until it is let go.</param>
internal sealed record LimitedService(string Name, int Running, int Waiting, Func<CancellationToken, Task> HoldAsync);
