using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.Transports;

namespace Pipeline.Hosting;

/// <summary>What was last known of the services that run elsewhere and without which the pipeline is not ready. Thread-safe.</summary>
/// <param name="required">The services, and the ways to them.</param>
/// <param name="time">Measures the age of an answer.</param>
internal sealed class RemoteReadiness(
    Func<IEnumerable<(ServiceDefinition Service, ServiceChannel Channel)>> required, TimeProvider time)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(5);

    private readonly Lazy<Entry[]> _entries = new(
        () => [.. required().Select(static service => new Entry(service.Service, service.Channel))]);

    /// <summary>How each of them is, asked again when the last answer is older than five seconds.</summary>
    public async Task<(ServiceDefinition Service, HealthCheckResult Own)[]> AskAsync(CancellationToken cancellationToken)
    {
        var answers = _entries.Value.Select(entry => entry.AskAsync(time)).ToArray();
        var results = await Task.WhenAll(answers).WaitAsync(cancellationToken).ConfigureAwait(false);
        return [.. _entries.Value.Zip(results, static (entry, own) => (entry.Service, own))];
    }

    private sealed class Entry(ServiceDefinition service, ServiceChannel channel)
    {
        private readonly Lock _lock = new();
        private Task<HealthCheckResult>? _last;
        private long _askedAt;

        public ServiceDefinition Service { get; } = service;

        public Task<HealthCheckResult> AskAsync(TimeProvider time)
        {
            lock (_lock)
            {
                // Who asks while nobody has answered yet waits for the same answer.
                if (_last is null || (_last.IsCompleted && time.GetElapsedTime(_askedAt) >= Lasting))
                {
                    _askedAt = time.GetTimestamp();
                    _last = Task.Run(() => CheckAsync(time));
                }

                return _last;
            }
        }

        private async Task<HealthCheckResult> CheckAsync(TimeProvider time)
        {
            using var late = new CancellationTokenSource(Lasting, time);
            try
            {
                await channel.CheckHealthAsync(late.Token).WaitAsync(late.Token).ConfigureAwait(false);
                return HealthCheckResult.Healthy();
            }
            catch (OperationCanceledException exception)
            {
                return HealthCheckResult.Unhealthy($"{Service} has not answered in {Lasting.TotalSeconds} s.", exception);
            }
            catch (Exception exception)
            {
                return HealthCheckResult.Unhealthy(exception.Message, exception);
            }
        }
    }
}
