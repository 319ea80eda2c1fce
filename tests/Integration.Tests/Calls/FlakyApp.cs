using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Calls;

/// <summary>The flaky service and one that depends on it, with a clock that the test moves.</summary>
internal sealed class FlakyApp : IAsyncDisposable
{
    private readonly PipelineApp _app;

    private FlakyApp(PipelineApp app, Script script, FakeTimeProvider time, LogLines log)
    {
        _app = app;
        Script = script;
        Time = time;
        Log = log;
    }

    public Script Script { get; }

    public FakeTimeProvider Time { get; }

    public LogLines Log { get; }

    public Flaky.Proxy Flaky => _app.GetProxy<Flaky.Proxy>();

    public Reader.Proxy Reader => _app.GetProxy<Reader.Proxy>();

    /// <param name="options">Keys below <c>Pipeline:Services</c>, and their values.</param>
    public static async Task<FlakyApp> StartAsync(params (string Key, string Value)[] options)
    {
        var script = new Script();
        var time = new FakeTimeProvider();
        var log = new LogLines();
        return new(
            await PipelineApp.StartAsync<Reader>(builder =>
            {
                builder.Services.AddSingleton(script).AddSingleton<TimeProvider>(time);
                builder.Logging.AddProvider(log);
                foreach (var (key, value) in options)
                    builder.Configuration[$"Pipeline:Services:{key}"] = value;
            }),
            script,
            time,
            log);
    }

    /// <summary>Lets time pass until the call has ended, as often as it takes for the pauses in it.</summary>
    public async Task<Task<T>> PassUntilEndedAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        return call;
    }

    public Task<HealthCheckResult> CheckHealthAsync() =>
        _app.Services.GetRequiredService<PipelineHealthCheck>().CheckHealthAsync(new());

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
