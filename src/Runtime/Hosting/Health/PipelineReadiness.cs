namespace Pipeline.Hosting;

/// <summary>Whether the services of a container may be called, for those who must not make them by asking. Thread-safe.</summary>
internal sealed class PipelineReadiness
{
    private static readonly Snapshot Starting = new([], "is starting");

    private volatile Snapshot _current = new([], "has not started");

    public Snapshot Current => _current;

    public void Begin() => _current = Starting;

    /// <summary>The services may be called from now on, unless the pipeline was stopped while it started.</summary>
    public void Run(IReadOnlyList<LocalService> services) =>
        Interlocked.CompareExchange(ref _current, new(services, Obstacle: null), Starting);

    /// <param name="obstacle">What the pipeline does instead: "is shutting down".</param>
    public void Deny(string obstacle) => _current = new([], obstacle);

    /// <param name="Services">The services that run, dependencies first.</param>
    /// <param name="Obstacle">Why they may not be called, or null where they may.</param>
    public sealed record Snapshot(IReadOnlyList<LocalService> Services, string? Obstacle);
}
