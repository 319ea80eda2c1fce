using Microsoft.Extensions.Logging;
using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>A service of this process: its instances, from their creation to their disposal, and the proxies that call it.</summary>
internal sealed partial class LocalService
{
    private readonly Func<object> _create;
    private readonly TimedLifecycle _lifecycle;
    private readonly ILogger _logger;
    private readonly object?[] _instances;
    private readonly Lock _gate = new();
    private bool _isStarted;
    private bool _isReleased;

    /// <summary>Creates the instances, all at the same time; a constructor may load a model.</summary>
    /// <exception cref="PipelineStartupException">
    /// A constructor or a property failed. The other instances are kept, to be disposed of.
    /// </exception>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        var creations = Enumerable.Range(0, _instances.Length).Select(index => Task.Run(() => Create(index), cancellationToken));
        var all = Task.WhenAll(creations);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (all.Exception is { InnerExceptions: [PipelineStartupException problem, ..] })
            throw problem;
        if (all.Exception is { InnerExceptions: [var failure, ..] })
            throw new PipelineStartupException($"{Definition} could not be created: {failure.Message}", failure);

        await all.ConfigureAwait(false);
    }

    /// <summary>
    /// Runs the start-up hooks, those of one instance one after another, the instances at the same time; then takes calls.
    /// </summary>
    /// <exception cref="PipelineStartupException">
    /// A hook failed; the exception names it, and what to do where it ran over its time.
    /// </exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Not disposed of: that would wait for what a hook has registered with its token, which may block.
        var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starts = _instances.Select(instance => StartAsync(instance!, abort)).ToArray();
        var all = Task.WhenAll(starts);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (all.Exception is { InnerExceptions: var failures })
            throw failures.OfType<PipelineStartupException>().First();
        await all.ConfigureAwait(false);

        _isStarted = true;
        Open();
    }

    /// <summary>Takes no more calls; runs the shutdown hooks of a service that started, in spite of failures, which it returns.</summary>
    public async Task<IReadOnlyList<Exception>> ShutDownAsync()
    {
        Close();
        if (!_isStarted)
            return [];

        var failures = await Task.WhenAll(_instances.Select(instance => ShutDownAsync(instance!))).ConfigureAwait(false);
        return [.. failures.SelectMany(static list => list)];
    }

    /// <summary>Disposes of the instances, once and all at the same time; what failed.</summary>
    public async Task<IReadOnlyList<Exception>> ReleaseAsync()
    {
        object[] released;
        lock (_gate)
        {
            released = _isReleased ? [] : [.. _instances.OfType<object>()];
            _isReleased = true;
        }

        var failures = await Task.WhenAll(released.Select(ReleaseAsync)).ConfigureAwait(false);
        return [.. failures.OfType<Exception>()];
    }

    private void Create(int index)
    {
        var instance = _create();
        lock (_gate)
        {
            if (!_isReleased)
            {
                Bind(index, instance);
                return;
            }
        }

        // The pipeline was stopped meanwhile, and nobody else knows of this one.
        TaskObserver.Observe(ReleaseAsync(instance));
        throw new OperationCanceledException($"The pipeline was stopped while {Definition} was created.");
    }

    private async Task StartAsync(object instance, CancellationTokenSource abort)
    {
        foreach (var hook in Definition.Activation.StartupHooks(instance))
        {
            abort.Token.ThrowIfCancellationRequested();
            try
            {
                await _lifecycle.StartAsync(hook, abort.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !abort.IsCancellationRequested)
            {
                // What the other instances registered with their token may block or throw: that is not waited for.
                TaskObserver.Observe(abort.CancelAsync());
                throw new PipelineStartupException($"{Definition}.{hook.Name} failed at start-up: {exception.Message}", exception);
            }
        }
    }

    private async Task<List<Exception>> ShutDownAsync(object instance)
    {
        var failures = new List<Exception>();
        foreach (var hook in Definition.Activation.ShutdownHooks(instance))
        {
            try
            {
                await _lifecycle.ShutDownAsync(hook).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                PipelineLog.ShutdownHookFailed(_logger, exception, Definition, hook.Name);
                failures.Add(new PipelineShutdownException($"{Definition}.{hook.Name} failed at shutdown: {exception.Message}", exception));
            }
        }

        return failures;
    }

    private async Task<Exception?> ReleaseAsync(object instance)
    {
        try
        {
            await _lifecycle.ReleaseAsync(instance).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            PipelineLog.DisposalFailed(_logger, exception, Definition);
            return new PipelineShutdownException($"{Definition} could not be disposed of: {exception.Message}", exception);
        }
    }
}
