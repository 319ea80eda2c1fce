using System.Text.Json;
using Pipeline.Remote;

namespace Pipeline.AspNetCore;

/// <summary>How a pipeline is served over HTTP. Configuration overrides it under <c>Pipeline:Http</c>.</summary>
public sealed class PipelineHttpOptions
{
    /// <summary>
    /// Names APIs, arguments and members of types on the wire: <c>PredictRow</c> is <c>predict_row</c> by default, as in BentoML. Null
    /// keeps the names as they are.
    /// </summary>
    public JsonNamingPolicy? NamingPolicy { get; set; } = JsonNamingPolicy.SnakeCaseLower;

    /// <summary>Whether arguments and members that nobody declares are ignored instead of refused.</summary>
    public bool IgnoreUnknown { get; set; }

    /// <summary>The time a call may take if its caller does not say; null for what the service itself declares.</summary>
    public TimeSpan? DefaultTimeout { get; set; }

    /// <summary>
    /// The longest time that a caller's <c>Pipeline-Timeout</c> header may ask for; a longer one is cut. Five minutes by default.
    /// </summary>
    public TimeSpan MaxTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How much of a failure that is no caller's mistake an answer tells; by default everything in the Development environment, and
    /// nothing elsewhere.
    /// </summary>
    public FailureDetail? FailureDetail { get; set; }

    /// <summary>The status of an exception of the application's own, or null for the usual one.</summary>
    public Func<Exception, int?>? StatusOf { get; set; }

    /// <summary>Whether <c>/openapi/v1.json</c> is served, and the reference page <c>/scalar</c> in the Development environment.</summary>
    public bool OpenApi { get; set; } = true;

    /// <summary>Whether <c>/livez</c>, <c>/healthz</c> and <c>/readyz</c> are served. They need no authorization.</summary>
    public bool Probes { get; set; } = true;
}
