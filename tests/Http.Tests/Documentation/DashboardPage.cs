using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Http.Tests.Documentation;

#pragma warning disable CA1822 // As a reader of docs/dashboard.md would write it.

[Service]
public sealed partial class Ensemble
{
    [Api]
    public float Predict(float[] data) => data.Sum();
}

/// <summary>The code of docs/dashboard.md.</summary>
internal static class DashboardPage
{
    public static WebApplication Create(WebApplicationBuilder builder)
    {
        builder.Services.AddPipeline<Ensemble>().AddHttp();
        builder.Services.AddPipelineTraces();
        var app = builder.Build();
        app.MapPipeline<Ensemble>();
        app.MapPipelineDashboard();
        return app;
    }
}
