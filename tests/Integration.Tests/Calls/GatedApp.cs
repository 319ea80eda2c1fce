using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Calls;

/// <summary>The gated services with a clock that the test moves, configured as it likes.</summary>
internal sealed class GatedApp : IAsyncDisposable
{
    private readonly PipelineApp _app;

    private GatedApp(PipelineApp app, Gates gates, FakeTimeProvider time)
    {
        _app = app;
        Gates = gates;
        Time = time;
    }

    public Gates Gates { get; }

    public FakeTimeProvider Time { get; }

    public Gated.Proxy Gated => _app.GetProxy<Gated.Proxy>();

    public Middle.Proxy Middle => _app.GetProxy<Middle.Proxy>();

    public Front.Proxy Front => _app.GetProxy<Front.Proxy>();

    /// <param name="options">Keys below <c>Pipeline:Services</c>, and their values.</param>
    public static async Task<GatedApp> StartAsync(params (string Key, string Value)[] options)
    {
        var gates = new Gates();
        var time = new FakeTimeProvider();
        return new(
            await PipelineApp.StartAsync<Front>(builder =>
            {
                builder.Services.AddSingleton(gates).AddSingleton<TimeProvider>(time);
                foreach (var (key, value) in options)
                    builder.Configuration[$"Pipeline:Services:{key}"] = value;
            }),
            gates,
            time);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
