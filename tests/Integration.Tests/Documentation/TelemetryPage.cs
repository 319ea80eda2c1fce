using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Pipeline.Integration.Tests.Documentation;

/// <summary>The code of docs/telemetry.md.</summary>
internal static class TelemetryPage
{
    public static void Listen(IHostApplicationBuilder builder)
    {
        builder.Services.AddPipeline<Ensemble>();
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(PipelineTelemetry.ActivitySourceName))
            .WithMetrics(metrics => metrics.AddMeter(PipelineTelemetry.MeterName));
    }
}
