namespace Pipeline.Traces;

/// <summary>What is known of the requests of one API, from a sample of them. Immutable.</summary>
public sealed class ApiProfile
{
    private const int MostReplayed = 20_000;

    private readonly IReadOnlyList<RequestTrace> _sample;
    private readonly Lazy<IReadOnlyList<CalleeProfile>> _callees;
    private readonly Lazy<IReadOnlyList<MissedParallelism>> _missed;
    private readonly Lazy<IReadOnlyList<SequentialCalls>> _sequences;
    private readonly Lazy<List<RequestTrace>> _few;

    internal ApiProfile(string name, long count, IReadOnlyList<RequestTrace> sample)
    {
        Name = name;
        Count = count;
        _sample = sample;
        Durations = Quantiles.Of(sample.Select(static request => request.Duration));
        _callees = new(Profile);
        _missed = new(FindMissed);
        _sequences = new(() => SequentialPairs.In(_few!.Value));
        _few = new(Few);
    }

    /// <summary>The API: <c>Service/Api</c>.</summary>
    public string Name { get; }

    /// <summary>How many requests there were.</summary>
    public long Count { get; }

    /// <summary>The requests that were kept.</summary>
    public IReadOnlyList<RequestTrace> Sample => _sample;

    /// <summary>How long they took.</summary>
    public Quantiles Durations { get; }

    /// <summary>The parallelism that they had, all together.</summary>
    public double AchievedParallelism => Ratio(static path => path.Work, static path => path.Duration);

    /// <summary>The parallelism that they could have had.</summary>
    public double PossibleParallelism => Ratio(static path => path.Work, static path => path.Chain);

    /// <summary>What was called for them, what most of the time was spent on first.</summary>
    public IReadOnlyList<CalleeProfile> Callees => _callees.Value;

    /// <summary>
    /// The APIs in these requests whose calls waited for others without need, what running them together saves most first; empty where it
    /// is not known which call needs which.
    /// </summary>
    public IReadOnlyList<MissedParallelism> Missed => _missed.Value;

    /// <summary>
    /// Calls in these requests that were made one directly after the other: what
    /// <see cref="Traces.WhatIf.Together(string, string, string)"/> has run together. At most 100.
    /// </summary>
    public IReadOnlyList<SequentialCalls> Sequences => _sequences.Value;

    /// <summary>How long the requests would have taken with something changed: each is run again in thought.</summary>
    /// <param name="change">What is changed.</param>
    /// <exception cref="InvalidOperationException">Slots are changed: <see cref="PipelineTraces.WhatIf"/> answers that.</exception>
    public Quantiles WhatIf(WhatIf change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.Slots.Count > 0)
            throw new InvalidOperationException("A sample does not have all requests that wait for slots: ask PipelineTraces.WhatIf.");
        return Quantiles.Of(_sample.Select(request => Replay.Of(request.Root, change, request.Dependences)));
    }

    /// <summary>As many of the sample as can be run again quickly: at least one.</summary>
    private List<RequestTrace> Few()
    {
        var (few, calls) = (new List<RequestTrace>(), 0);
        foreach (var request in _sample)
        {
            calls += request.Root.DescendantsAndSelf().Count();
            if (few is not [] && calls > MostReplayed)
                break;
            few.Add(request);
        }

        return few;
    }

    private TimeSpan Saved(WhatIf change)
    {
        var few = _few.Value;
        return Quantiles.Of(few.Select(static request => request.Duration)).P50
            - Quantiles.Of(few.Select(request => Replay.Of(request.Root, change, request.Dependences))).P50;
    }

    private IReadOnlyList<MissedParallelism> FindMissed() =>
    [
        .. MissedCalls.In(_few.Value)
            .Select(missed => new MissedParallelism
            {
                Caller = missed.Key,
                Saves = Saved(new WhatIf().Together(missed.Key)),
                Waiting = missed.Value.Waiting,
                For = missed.Value.For,
            })
            .Where(static missed => missed.Saves > TimeSpan.Zero)
            .OrderByDescending(static missed => missed.Saves),
    ];

    private IReadOnlyList<CalleeProfile> Profile()
    {
        var total = _sample.Aggregate(TimeSpan.Zero, static (sum, request) => sum + request.Duration);
        var calls = _sample.SelectMany(static request => request.Root.DescendantsAndSelf().Select(call => (Request: request, Call: call)));
        return
        [
            .. calls.GroupBy(static one => one.Call.Name)
                .Select(callee => new CalleeProfile
                {
                    Name = callee.Key,
                    CallsPerRequest = (double)callee.Count(static one => one.Call.Attempt is null) / _sample.Count,
                    Durations = Quantiles.Of(callee.Where(static one => one.Call.Attempt is null).Select(static one => one.Call.Duration)),
                    Share = total == TimeSpan.Zero
                        ? 0
                        : callee.Aggregate(TimeSpan.Zero, static (sum, one) => sum + one.Request.Path.TimeOf(one.Call)) / total,
                    Saving = new(() => Saved(new WhatIf().Faster(callee.Key, 2))),
                })
                .OrderByDescending(static callee => callee.Share),
        ];
    }

    private double Ratio(Func<CriticalPath, TimeSpan> work, Func<CriticalPath, TimeSpan> time)
    {
        var (works, times) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var request in _sample)
        {
            works += work(request.Path);
            times += time(request.Path);
        }

        return times > TimeSpan.Zero ? works / times : 1;
    }
}
