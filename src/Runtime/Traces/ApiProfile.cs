namespace Pipeline.Traces;

/// <summary>What is known of the requests of one API, from a sample of them. Immutable.</summary>
public sealed class ApiProfile
{
    private readonly IReadOnlyList<RequestTrace> _sample;
    private readonly Lazy<IReadOnlyList<CalleeProfile>> _callees;

    internal ApiProfile(string name, long count, IReadOnlyList<RequestTrace> sample)
    {
        Name = name;
        Count = count;
        _sample = sample;
        Durations = Quantiles.Of(sample.Select(static request => request.Duration));
        _callees = new(Profile);
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

    /// <summary>How long the requests would have taken with something changed: each is run again in thought.</summary>
    /// <param name="change">What is changed.</param>
    public Quantiles WhatIf(WhatIf change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var replay = new Replay(change.DurationOf);
        return Quantiles.Of(_sample.Select(request => replay.Of(request.Root)));
    }

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
                    Saves = Durations.P50 - WhatIf(new WhatIf().Faster(callee.Key, 2)).P50,
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
