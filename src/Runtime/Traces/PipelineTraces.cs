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
    private readonly Dictionary<string, ApiProfile> _profiles = new(StringComparer.Ordinal);
    private readonly PipelineTracesOptions _options;
    private readonly TraceRecorder _recorder;
    private readonly Func<IReadOnlyDictionary<string, int>> _slots;
    private readonly TimeProvider _time;
    private bool _isDisposed;

    internal PipelineTraces(
        PipelineTracesOptions options, TimeProvider time, Predicate<string> isOurs, Func<IReadOnlyDictionary<string, int>> slots)
    {
        _options = options;
        _slots = slots;
        _time = time;
        _recorder = new(options, time, isOurs, Add);
    }

    /// <summary>Raised with each request, on the thread that ended it, which must not be held up.</summary>
    public event Action<RequestTrace>? Recorded;

    /// <summary>Told why the profile could not be written at the end.</summary>
    internal Action<Exception>? ProfileFailed { get; init; }

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

    /// <summary>
    /// How long the requests of an API would have taken with something changed. Where services have limits, or processors are counted, the
    /// last requests, those of other APIs too, are run again in thought all together, waiting for one another; otherwise those of the API's
    /// sample are, each alone.
    /// </summary>
    /// <param name="api">The API: <c>Service/Api</c>.</param>
    /// <param name="change">What is changed.</param>
    /// <returns>Null where there was no request of the API.</returns>
    public WhatIfAnswer? WhatIf(string api, WhatIf change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var slots = new Dictionary<string, int>(_slots(), StringComparer.Ordinal);
        foreach (var (name, count) in change.Slots)
            slots[name] = count;
        var requests = Recent.Reverse().ToArray();
        var asked = requests.Index().Where(one => one.Item.Root.Name == api).ToArray();
        if ((slots.Count == 0 && change.Processors is null) || asked is [])
        {
            return Find(api) is { } profile && change.Slots.Count == 0
                ? new() { Before = profile.Durations, After = profile.WhatIf(change), Requests = profile.Sample.Count }
                : null;
        }

        var first = requests.Min(static request => request.Time);
        var durations = new Replay(change, slots, _options.Dependences).Run([.. requests.Select(one => (one.Time - first, one.Root))]);
        return new()
        {
            Before = Quantiles.Of(asked.Select(static one => one.Item.Duration)),
            After = Quantiles.Of(asked.Select(one => durations[one.Index])),
            Requests = asked.Length,
            QueuesAsMeasured =
            [
                .. requests.SelectMany(static request => request.Root.DescendantsAndSelf())
                    .Where(call => call.IsStream
                        && (slots.ContainsKey(call.Service) || slots.ContainsKey($"{call.Service}.{call.Api}")))
                    .Select(static stream => stream.Name).Distinct().Order(StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>
    /// Writes the profile that analyzers read as an <c>AdditionalFiles</c> item, to say what running calls together would save: of each API
    /// in the samples that called others, how long these took.
    /// </summary>
    /// <param name="output">Takes UTF-8; left open.</param>
    public void WriteProfile(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        new ProfileJson(Apis.SelectMany(static api => api.Sample)).Write(output, _time.GetUtcNow());
    }

    /// <summary>Writes the profile to a file, which is replaced as a whole.</summary>
    /// <param name="file">Its path: a file named <c>pipeline.profile.json</c> is what analyzers look for.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void WriteProfile(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var unfinished = file + ".tmp";
        using (var output = File.Create(unfinished))
            WriteProfile(output);
        File.Move(unfinished, file, overwrite: true);
    }

    /// <summary>Stops listening, and writes the profile where <see cref="PipelineTracesOptions.ProfileFile"/> says so.</summary>
    public void Dispose()
    {
        _recorder.Dispose();
        if (_options.ProfileFile is not { } file || Interlocked.Exchange(ref _isDisposed, true) || Apis is [])
            return;

        try
        {
            WriteProfile(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The end of a process is no place to fail.
            ProfileFailed?.Invoke(exception);
        }
    }

    /// <summary>Puts a request in as if it had just ended.</summary>
    internal void Record(RequestTrace request) => Add(request);

    /// <summary>The one that was asked for last, while no request has come since: what it has computed is there for the next.</summary>
    private ApiProfile Profile(KeyValuePair<string, Reservoir<RequestTrace>> api)
    {
        if (!_profiles.TryGetValue(api.Key, out var profile) || profile.Count != api.Value.Count)
            _profiles[api.Key] = profile = new(api.Key, api.Value.Count, api.Value.Items);
        return profile;
    }

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
