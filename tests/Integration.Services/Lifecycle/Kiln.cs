using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pipeline.Integration.Services;

/// <summary>Takes its time to start, and says how it is.</summary>
[Service]
public sealed partial class Kiln(Fuel fuel) : IHealthCheck, IDisposable
{
    /// <summary>Is not called before the kiln is hot.</summary>
    [Api(Effect = Effect.Reads)]
    public bool IsHot() => fuel.Burning.IsCompleted;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(fuel.Health);

    /// <inheritdoc/>
    public void Dispose() => fuel.Empty();

    [OnStartup(Timeout = "2m")]
    private Task HeatAsync(CancellationToken cancellationToken) => fuel.BurnAsync(cancellationToken);

    [OnShutdown(Timeout = "90s")]
    private Task CoolAsync(CancellationToken cancellationToken) => fuel.BurnAsync(cancellationToken);
}
