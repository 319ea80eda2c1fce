using Microsoft.Extensions.Configuration;

namespace Pipeline.Benchmarks.Calls;

/// <summary>Pipelines of the same service, each with options of its own.</summary>
internal sealed class TargetApps : IAsyncDisposable
{
    private readonly List<PipelineApp> _apps = [];

    /// <summary>The proxy of a pipeline in which each option of the service has that value.</summary>
    public async Task<Target.Proxy> StartAsync(params (string Option, string Value)[] options)
    {
        var app = await PipelineApp.StartAsync<Target>(builder => Configure(builder.Configuration, options));
        _apps.Add(app);
        return app.GetProxy<Target.Proxy>();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps) await app.DisposeAsync();
    }

    private static void Configure(IConfiguration configuration, (string Option, string Value)[] options)
    {
        foreach (var (option, value) in options) configuration[$"Pipeline:Services:Target:{option}"] = value;
    }
}
