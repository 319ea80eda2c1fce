using Microsoft.Extensions.DependencyInjection;
using Pipeline.CompilerServices;
using Pipeline.Hosting;

namespace Pipeline;

/// <summary>
/// A running pipeline, embedded in this process: a service, everything it depends on, and the container they come from.
/// Disposing of it shuts the services down.
/// </summary>
/// <remarks>
/// In an application that has a host, use <c>services.AddPipeline&lt;TRoot&gt;()</c> instead. This one starts services marked
/// <see cref="ServiceAttribute"/> only, no <c>IHostedService</c>.
/// </remarks>
/// <example>
/// <code>
/// await using var app = await PipelineApp.StartAsync&lt;Ensemble&gt;();
/// float score = await app.GetProxy&lt;Ensemble.Proxy&gt;().ToAsync.Predict([1f, 2f]);
/// </code>
/// </example>
public sealed class PipelineApp : IAsyncDisposable
{
    private readonly ServiceProvider _provider;
    private readonly PipelineLifetime _lifetime;

    private PipelineApp(ServiceDefinition root, ServiceProvider provider)
    {
        Root = root;
        _provider = provider;
        _lifetime = provider.GetRequiredService<PipelineLifetime>();
    }

    /// <summary>The service the pipeline was started for, with the graph below it.</summary>
    public ServiceDefinition Root { get; }

    /// <summary>The container. It gives out the proxy of every service in the graph as well.</summary>
    public IServiceProvider Services => _provider;

    /// <summary>
    /// Creates the service and everything it depends on, then runs their start-up hooks: for each service after its dependencies, for
    /// services independent of each other at the same time.
    /// </summary>
    /// <typeparam name="TRoot">The service to start.</typeparam>
    /// <param name="configure">Registers what the services need from the container, sets configuration and logging.</param>
    /// <param name="cancellationToken">
    /// Gives up starting: hooks receive it, and what has started is shut down once the running hooks have ended, or are over
    /// their time.
    /// </param>
    /// <returns>The running pipeline.</returns>
    /// <exception cref="PipelineStartupException">
    /// Something is missing or wrong, in which case the exception lists all of it; or a service failed, in which case those that had
    /// started were shut down and all were disposed of.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static async Task<PipelineApp> StartAsync<TRoot>(
        Action<PipelineAppBuilder>? configure = null, CancellationToken cancellationToken = default)
        where TRoot : IService
    {
        cancellationToken.ThrowIfCancellationRequested();
        var builder = new PipelineAppBuilder(TRoot.Definition);
        configure?.Invoke(builder);
        builder.Services.AddSingleton(builder.Configuration);
        builder.Services.AddPipeline<TRoot>(builder.Configuration);
        var provider = builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        try
        {
            var app = new PipelineApp(TRoot.Definition, provider);
            await app._lifetime.StartAsync(cancellationToken).ConfigureAwait(false);
            return app;
        }
        catch
        {
            await DisposeQuietlyAsync(provider).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The proxy of a service in the graph; for every caller the same one.</summary>
    /// <typeparam name="TProxy">The service's <c>X.Proxy</c>.</typeparam>
    /// <exception cref="InvalidOperationException">No service of the graph has that proxy.</exception>
    /// <exception cref="ObjectDisposedException">The pipeline has been disposed of.</exception>
    public TProxy GetProxy<TProxy>()
        where TProxy : ServiceProxy =>
        _provider.GetService<TProxy>() ?? throw new InvalidOperationException(
            $"No service of the graph has {TypeName.Of(typeof(TProxy))}; the graph has: {string.Join(", ", Root.DescendantsAndSelf())}.");

    /// <summary>
    /// Runs the shutdown hooks of all services, then disposes of them, dependents before their dependencies, and then of the
    /// container. A failure stops none of the others, nor does one that runs over its time. A second call only waits for the first.
    /// </summary>
    /// <exception cref="AggregateException">
    /// Every failure of a hook or of a disposal, each a <see cref="PipelineShutdownException"/> that names the service.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _lifetime.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            await _provider.DisposeAsync().ConfigureAwait(false);
        }
    }

    // The failure that stopped the start matters more than one while cleaning up after it.
    private static async Task DisposeQuietlyAsync(ServiceProvider provider)
    {
        var logger = PipelineLog.In(provider);
        try
        {
            await provider.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            PipelineLog.ContainerDisposalFailed(logger, exception);
        }
    }
}
