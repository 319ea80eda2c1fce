namespace Pipeline;

/// <summary>The names by which listeners find what a pipeline says of its calls; docs/telemetry.md lists the rest.</summary>
/// <example>
/// <code>
/// services.AddOpenTelemetry()
///     .WithTracing(tracing =&gt; tracing.AddSource(PipelineTelemetry.ActivitySourceName))
///     .WithMetrics(metrics =&gt; metrics.AddMeter(PipelineTelemetry.MeterName));
/// </code>
/// </example>
public static class PipelineTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "Pipeline";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "Pipeline";
}
