using Pipeline.Traces;

namespace Pipeline;

/// <summary>
/// The requests of a pipeline as they were measured: the last ones, and a sample of those of each API. A singleton of a container with
/// <c>AddPipelineTraces</c>; it listens from the pipeline's start until the container is disposed of. Thread-safe.
/// </summary>
/// <remarks>
/// A request is here once the last call that was made for it has ended. Two pipelines of one process that have a service in common see each
/// other's requests to it.
/// </remarks>
public sealed class PipelineTraces : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<RequestTrace> _recent = new();
    private readonly Dictionary<string, Reservoir<RequestTrace>> _apis = new(StringComparer.Ordinal);
    private readonly PipelineTracesOptions _options;
    private readonly TraceRecorder _recorder;

    internal PipelineTraces(PipelineTracesOptions options, TimeProvider time, Predicate<string> isOurs)
    {
        _options = options;
        _recorder = new(options, time, isOurs, Add);
    }

    /// <summary>Raised with each request, on the thread that ended it, which must not be held up.</summary>
    public event Action<RequestTrace>? Recorded;

    /// <summary>The last requests, the latest first.</summary>
    public IReadOnlyList<RequestTrace> Recent
    {
        get
        {
            lock (_gate)
                return [.. _recent.Reverse()];
        }
    }

    /// <summary>What is known of the requests of each API, in the order of names.</summary>
    public IReadOnlyList<ApiProfile> Apis
    {
        get
        {
            lock (_gate)
                return [.. _apis.OrderBy(static api => api.Key, StringComparer.Ordinal).Select(Profile)];
        }
    }

    /// <summary>What is known of the requests of one API.</summary>
    /// <param name="api">Its name: <c>Service/Api</c>.</param>
    /// <returns>Null where there was none.</returns>
    public ApiProfile? Find(string api)
    {
        lock (_gate)
            return _apis.TryGetValue(api, out var sample) ? Profile(new(api, sample)) : null;
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _recorder.Dispose();

    private static ApiProfile Profile(KeyValuePair<string, Reservoir<RequestTrace>> api) => new(api.Key, api.Value.Count, api.Value.Items);

    private void Add(RequestTrace request)
    {
        lock (_gate)
        {
            _recent.Enqueue(request);
            while (_recent.Count > _options.Recent)
                _recent.Dequeue();
            if (!_apis.TryGetValue(request.Root.Name, out var sample))
                _apis.Add(request.Root.Name, sample = new(_options.PerApi));
            sample.Add(request);
        }

        Recorded?.Invoke(request);
    }
}
