using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.Hosting;

namespace Pipeline;

/// <summary>
/// Whether a pipeline is ready for calls. Readiness cascades: a service is as ready as the worst of itself and of everything it
/// depends on, and the pipeline as the worst of its roots. Before it has started and once it shuts down it is not ready.
/// </summary>
/// <remarks>
/// <para>A service says how it is by implementing <see cref="IHealthCheck"/>; one that does not is healthy once it has started. Of
/// several instances the worst counts. Every service is asked once per report, all at the same time, on the thread pool; what a
/// check throws makes its service unhealthy. A service that runs elsewhere is asked if it is configured as
/// <c>Required</c>, and its answer holds for five seconds; a proxy that the application registers itself is not.</para>
/// <para>A check that hangs is waited for until the token is canceled, which <see cref="HealthCheckRegistration.Timeout"/> does.</para>
/// <para>The report's description names the path to the cause: <c>Ensemble → ModelA: the model file is gone</c>. Its data hold
/// a <see cref="ServiceHealth"/> for each service, by the service's name.</para>
/// </remarks>
/// <example>
/// <code>
/// services.AddPipeline&lt;Ensemble&gt;();
/// services.AddHealthChecks().AddPipeline();
/// </code>
/// </example>
public sealed class PipelineHealthCheck : IHealthCheck
{
    /// <summary>The tag of a report about the services of this process alone, which leaves out those that run elsewhere.</summary>
    public const string OwnTag = "own";

    private readonly PipelineRegistration _registration;
    private readonly PipelineReadiness _readiness;
    private readonly RemoteReadiness _remote;

    internal PipelineHealthCheck(PipelineRegistration registration, PipelineReadiness readiness, RemoteReadiness remote)
    {
        _remote = remote;
        _registration = registration;
        _readiness = readiness;
    }

    /// <summary>Asks every service how it is, unless the pipeline does not run.</summary>
    /// <param name="context">
    /// The registration whose failure status stands for unhealthy, if it has one; each service gets one of its own name.
    /// </param>
    /// <param name="cancellationToken">Ends waiting for the services' checks, which receive it.</param>
    /// <returns>How ready the pipeline is, and why.</returns>
    /// <exception cref="OperationCanceledException">
    /// The token was canceled; the message names the services that had not answered.
    /// </exception>
    [CLSCompliant(false)] // Neither is the interface it implements.
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        HealthCheckRegistration? registration = context.Registration;
        var (services, obstacle) = _readiness.Current;
        if (obstacle is not null)
            return new(FailureStatus(registration), $"The pipeline {obstacle}.");

        var own = await AskAsync(services, registration, cancellationToken).ConfigureAwait(false);
        var elsewhere = registration?.Tags.Contains(OwnTag) is true
            ? []
            : await _remote.AskAsync(cancellationToken).ConfigureAwait(false);
        var worst = HealthCascade.Worse(new HealthCascade(own).Worst(_registration.Roots), elsewhere);
        var data = own.Concat(elsewhere).ToDictionary(
            static entry => entry.Service.Name,
            static entry => (object)new ServiceHealth { Status = entry.Own.Status, Description = entry.Own.Description });
        return worst is null or { Cause.Status: HealthStatus.Healthy }
            ? HealthCheckResult.Healthy("All services are ready.", data)
            : new(
                worst.Cause.Status is HealthStatus.Unhealthy ? FailureStatus(registration) : worst.Cause.Status,
                $"{worst.Path}: {worst.Cause.Description ?? worst.Cause.Exception?.Message ?? $"{worst.Cause.Status}"}",
                worst.Cause.Exception,
                data);
    }

    private static async Task<(ServiceDefinition Service, HealthCheckResult Own)[]> AskAsync(
        IReadOnlyList<LocalService> services, HealthCheckRegistration? registration, CancellationToken cancellationToken)
    {
        var answers = services.Select(service => service.CheckHealthAsync(registration, cancellationToken)).ToArray();
        try
        {
            var results = await Task.WhenAll(answers).ConfigureAwait(false);
            return [.. services.Zip(results, static (service, own) => (service.Definition, own))];
        }
        catch (OperationCanceledException exception)
        {
            var silent = services.Where((_, index) => answers[index].IsCanceled).Select(static service => service.Definition);
            throw new OperationCanceledException(
                $"These services had not said how they are: {string.Join(", ", silent)}.", exception, cancellationToken);
        }
    }

    private static HealthStatus FailureStatus(HealthCheckRegistration? registration) =>
        registration?.FailureStatus ?? HealthStatus.Unhealthy;
}
