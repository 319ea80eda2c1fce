using Pipeline.Calls;
using Pipeline.CompilerServices;
using Pipeline.Contract;

namespace Pipeline.Hosting;

/// <summary>
/// Runs the hooks and the disposal of a service, each on the pool, where one that blocks holds up nobody, and none longer than it
/// may take.
/// </summary>
internal sealed class TimedLifecycle(ServiceDefinition service, ServiceOptions options, TimeProvider time)
{
    /// <summary>Models are loaded at start-up.</summary>
    private static readonly TimeSpan DefaultStartup = TimeSpan.FromMinutes(5);

    /// <summary>The host's own default for its whole shutdown.</summary>
    private static readonly TimeSpan DefaultShutdown = TimeSpan.FromSeconds(30);

    /// <summary>The longest time a timer takes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private string StartupKey => $"Pipeline:Services:{service}:{nameof(options.StartupTimeout)}";

    private string ShutdownKey => $"Pipeline:Services:{service}:{nameof(options.ShutdownTimeout)}";

    /// <exception cref="TimeoutException">The hook ran over its time.</exception>
    public Task StartAsync(BoundHook hook, CancellationToken cancellationToken) => options.StartupTimeout is { } configured
        ? RunAsync(hook.Run, configured, StartupKey, cancellationToken)
        : RunAsync(hook.Run, hook.Timeout ?? DefaultStartup, $"[OnStartup(Timeout)] or {StartupKey}", cancellationToken);

    /// <remarks>No token comes in: the hook's own is canceled when its own time is over, and not before.</remarks>
    /// <inheritdoc cref="StartAsync"/>
    public Task ShutDownAsync(BoundHook hook) => options.ShutdownTimeout is { } configured
        ? RunAsync(hook.Run, configured, ShutdownKey, CancellationToken.None)
        : RunAsync(hook.Run, hook.Timeout ?? DefaultShutdown, $"[OnShutdown(Timeout)] or {ShutdownKey}", CancellationToken.None);

    /// <summary>Disposes of an instance, where it has anything to dispose of.</summary>
    /// <exception cref="TimeoutException">The disposal ran over its time.</exception>
    public Task ReleaseAsync(object instance) => instance switch
    {
        IAsyncDisposable disposable => RunAsync(_ => disposable.DisposeAsync().AsTask()),
        IDisposable disposable => RunAsync(_ =>
        {
            disposable.Dispose();
            return Task.CompletedTask;
        }),
        _ => Task.CompletedTask,
    };

    private Task RunAsync(Func<CancellationToken, Task> dispose) =>
        RunAsync(dispose, options.ShutdownTimeout ?? DefaultShutdown, ShutdownKey, CancellationToken.None);

    private async Task RunAsync(Func<CancellationToken, Task> run, TimeSpan limit, string setting, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(limit < Longest ? limit : Longest, time);

        // Not disposed of: what the hook left running may hold its token, which is then canceled with the caller's as ever.
        var abandonment = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Task.Run(() => run(abandonment.Token), CancellationToken.None);
        await ProxyCall.Abandonable(running, expiry.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsCompleted)
        {
            // What was registered with the token may throw or block: that, too, is left to itself.
            TaskObserver.Observe(abandonment.CancelAsync());
            throw new TimeoutException($"it did not end within {Duration.Format(limit)}; raise {setting}.");
        }

        await running.ConfigureAwait(false);
    }
}
