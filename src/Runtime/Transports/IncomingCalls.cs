using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Calls;

namespace Pipeline.Transports;

/// <summary>
/// Where calls of other processes come in: lets the services that run here go on with the path, the attempt and the deadline of
/// the caller. The service's side of a transport adds it to the container as a singleton. Thread-safe.
/// </summary>
/// <remarks>
/// In a container that has it every call between services takes part, since any of them may be below a caller's deadline; without
/// it, services that ask for nothing are called bare.
/// </remarks>
/// <param name="provider">The container the services run in.</param>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class IncomingCalls(IServiceProvider provider)
{
    private readonly ConcurrentDictionary<ApiDefinition, ApiTelemetry> _telemetry = new(ReferenceEqualityComparer.Instance);
    private readonly ILogger _logger = CallLog.In(provider);
    private readonly TimeProvider _time = provider.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>
    /// Begins a call that has come in: until it is disposed of, or the async method that began it ends, calls made here go on from
    /// its origin.
    /// </summary>
    /// <param name="origin">What was sent with the call.</param>
    /// <param name="cancellationToken">Canceled when the caller says so, or is lost.</param>
    /// <returns>The call; its token is what the API is to be called with.</returns>
    public IncomingCall Begin(CallOrigin origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return new(origin, null, _time, _logger, cancellationToken);
    }

    /// <summary>
    /// Begins a call that has come in, as <see cref="Begin(CallOrigin, CancellationToken)"/> does, and lets listeners see it as one of an
    /// API: with a span that goes on from the caller's, its baggage, and the time it takes. To be disposed of in the async method that
    /// began it.
    /// </summary>
    /// <param name="service">The service that is called.</param>
    /// <param name="api">The API that is called.</param>
    /// <param name="origin">What was sent with the call.</param>
    /// <param name="cancellationToken">Canceled when the caller says so, or is lost.</param>
    /// <returns>The call; its token is what the API is to be called with.</returns>
    public IncomingCall Begin(ServiceDefinition service, ApiDefinition api, CallOrigin origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(origin);
        var telemetry = _telemetry.GetOrAdd(api, static (api, service) => new(service, api.Name, ActivityKind.Server), service.Name);
        return new(origin, telemetry, _time, _logger, cancellationToken);
    }
}
