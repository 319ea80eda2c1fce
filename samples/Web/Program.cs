using Digits.Data;
using Digits.Models;
using DigitsWeb.Reading;
using DigitsWeb.Times;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Metrics;
using Pipeline;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System).AddSingleton(DigitSet.Load());
builder.Services.AddSingleton(new TrainingProgress(Console.Error, models: 5));
builder.Services.AddCallFilter<CallTimer>();
// Kestrel reads its endpoints from configuration by itself, and its limits only when told to.
builder.Services.Configure<KestrelServerOptions>(builder.Configuration.GetSection("Kestrel"));
builder.Services.AddPipeline<DigitReader>().AddHttp();
builder.Services.AddPipelineTraces();
builder.Services.AddOpenTelemetry()
    .WithMetrics(static metrics => metrics.AddMeter(PipelineTelemetry.MeterName).AddPrometheusExporter());

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapPipeline<DigitReader>();
app.MapPipelineDashboard();
app.MapPrometheusScrapingEndpoint("/metrics");
app.Run();
