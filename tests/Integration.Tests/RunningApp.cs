namespace Pipeline.Integration.Tests;

/// <summary>A pipeline with one service, for the length of a test.</summary>
internal sealed class RunningApp<TProxy>(PipelineApp app) : IAsyncDisposable
    where TProxy : CompilerServices.ServiceProxy
{
    public TProxy Proxy { get; } = app.GetProxy<TProxy>();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

internal static class RunningApp
{
    public static async Task<RunningApp<TProxy>> StartAsync<TService, TProxy>()
        where TService : CompilerServices.IService
        where TProxy : CompilerServices.ServiceProxy =>
        new(await PipelineApp.StartAsync<TService>());
}
