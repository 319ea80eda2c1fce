using Pipeline.CompilerServices;

namespace Pipeline.Benchmarks.Calls;

/// <summary>Pipelines of the same services, each with options of its own.</summary>
internal sealed class TargetApps : IAsyncDisposable
{
    private readonly List<PipelineApp> _apps = [];

    /// <summary>The target's proxy in a pipeline in which each option of the target has that value.</summary>
    public async Task<Target.Proxy> StartAsync(params (string Option, string Value)[] options)
    {
        var app = await StartAsync<Target>(options);
        return app.GetProxy<Target.Proxy>();
    }

    /// <summary>The proxy of a service before the target, whose own calls have a deadline.</summary>
    public async Task<Front.Proxy> StartFrontAsync(string timeout)
    {
        var app = await StartAsync<Front>([("Timeout", timeout)]);
        return app.GetProxy<Front.Proxy>();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps) await app.DisposeAsync();
    }

    private async Task<PipelineApp> StartAsync<TRoot>((string Option, string Value)[] options)
        where TRoot : IService
    {
        var app = await PipelineApp.StartAsync<TRoot>(builder =>
        {
            foreach (var (option, value) in options) builder.Configuration[$"Pipeline:Services:{TRoot.Definition.Name}:{option}"] = value;
        });
        _apps.Add(app);
        return app;
    }
}
