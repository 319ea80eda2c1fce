using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>The way that calls of one API go. Immutable.</summary>
internal sealed class CallRoute
{
    /// <summary>The service.</summary>
    public required ServiceDefinition Service { get; init; }

    /// <summary>The API.</summary>
    public required ApiDefinition Api { get; init; }

    /// <summary>What the contexts of its calls have in common.</summary>
    public CalledApi Called => field ??= new(Service.Name, Api.Name, Time);

    /// <summary>The stages, in the order in which they are entered.</summary>
    public required CallStage[] Stages { get; init; }

    /// <summary>What runs the body.</summary>
    public required CallTarget Target { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Where failures are written.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Whether failures are written there: not where nothing is asked for the calls, which are only counted.</summary>
    public bool LogsFailures { get; init; }

    /// <summary>What listeners are told with.</summary>
    public required ApiTelemetry Telemetry { get; init; }

    /// <summary>Whether a call may have several attempts.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Where refused calls are counted.</summary>
    public required Refusals Refusals { get; init; }

    /// <summary>Whether a blocking caller's own thread runs the body: not where that would have to overlap, nor for an async API.</summary>
    public bool RunsOnCallersThread { get; init; }

    /// <summary>Whether the API answers item by item.</summary>
    public bool IsStream => Api.Kind is ApiKind.SyncStream or ApiKind.AsyncStream;
}
