using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Hosting;

/// <summary>Lets changed configuration hold for the calls to come. One that is not valid is ignored as a whole. Thread-safe.</summary>
internal sealed class PipelineReload : IDisposable
{
    private static readonly HashSet<string> TakeRestart = new(StringComparer.OrdinalIgnoreCase)
    {
        "Instances", "Url", "QueueWarning", "StartupTimeout", "ShutdownTimeout", PipelineKeys.DrainTimeout, PipelineKeys.Strict,
    };

    private readonly IServiceProvider _provider;
    private readonly PipelineConfiguration _configuration;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private Dictionary<string, string?> _known;
    private IDisposable? _changes;
    private bool _isDisposed;

    public PipelineReload(IServiceProvider provider)
    {
        _provider = provider;
        _configuration = provider.GetRequiredService<PipelineConfiguration>();
        _logger = PipelineLog.In(provider);
        _known = Read();
    }

    /// <summary>Takes over what has changed since this was created, and from now on every change.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            if (!_isDisposed)
                _changes ??= _configuration.OnChange(Apply);
        }

        Apply();
    }

    /// <summary>Takes over no more changes.</summary>
    public void Dispose()
    {
        IDisposable? changes;
        lock (_gate)
        {
            _isDisposed = true;
            changes = _changes;
        }

        // Not inside the lock: it waits for a change that is being taken over, which waits for the lock.
        changes?.Dispose();
    }

    private void Apply()
    {
        lock (_gate)
        {
            var now = Read();

            // An empty section says something too, so a key without a value is not the same as none.
            string[] changed = [.. now.Except(_known).Union(_known.Except(now)).Select(static entry => entry.Key).Distinct()];
            if (_isDisposed || changed is [])
                return;

            _known = now;
            try
            {
                Apply(changed);
            }
            catch (Exception exception)
            {
                // Whoever changed the configuration, a watcher of files for example, must not fail for it.
                PipelineLog.ChangeFailed(_logger, exception);
            }
        }
    }

    private void Apply(string[] changed)
    {
        var (graph, _, policies, _) = _provider.GetRequiredService<CheckedGraph>();
        var problems = new List<string>();
        var reader = new OptionReader(_configuration.Current, problems);
        reader.CheckKeys();
        var options = reader.Read(graph, _provider.GetRequiredService<PipelineRegistration>().Roots);
        if (problems is not [])
        {
            PipelineLog.ChangeIgnored(_logger, string.Concat(problems.Select(static problem => $"{Environment.NewLine}- {problem}")));
            return;
        }

        policies.Use(options);
        foreach (var service in _provider.GetRequiredService<LocalServices>().All)
            service.Apply(options[service.Definition.ServiceType], policies.AreWrapped(service.Definition));
        _provider.GetRequiredService<ServiceProxies>().Apply();
        reader.Notes.ForEach(note => PipelineLog.OptionLeftOut(_logger, note));
        PipelineLog.ChangeTaken(_logger);
        foreach (var key in changed.Where(static key => TakeRestart.Contains(ConfigurationPath.GetSectionKey(key)!)))
            PipelineLog.ChangeTakesRestart(_logger, key);
    }

    private Dictionary<string, string?> Read() => _configuration.Current?.GetSection(PipelineKeys.Section).AsEnumerable()
        .ToDictionary(StringComparer.OrdinalIgnoreCase) ?? [];
}
