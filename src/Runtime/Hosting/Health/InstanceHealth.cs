using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>Asks the instances of a service how they are.</summary>
internal static class InstanceHealth
{
    /// <summary>All at the same time; the worst of what those say that can say it.</summary>
    public static async Task<HealthCheckResult> AskAsync(
        IEnumerable<object> instances, string service, HealthCheckRegistration? report, CancellationToken cancellationToken)
    {
        var checks = instances.OfType<IHealthCheck>().Select(check => AskAsync(
            check, new() { Registration = new(service, check, report?.FailureStatus, report?.Tags) }, cancellationToken));
        var results = await Task.WhenAll(checks).ConfigureAwait(false);
        return results is [] ? HealthCheckResult.Healthy() : results.MinBy(static result => result.Status);
    }

    private static async Task<HealthCheckResult> AskAsync(
        IHealthCheck instance, HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            // On the pool: one that blocks must not hold up the others.
            var check = Task.Run(() => instance.CheckHealthAsync(context, cancellationToken), cancellationToken);
            return await ProxyCall.Abandonable(check, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(exception.Message, exception);
        }
    }
}
