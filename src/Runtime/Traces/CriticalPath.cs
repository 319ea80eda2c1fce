namespace Pipeline.Traces;

/// <summary>
/// Where the time of a request went. The path is what CRISP (Zhang and others, USENIX ATC 2022) computes from the times of spans: from the
/// end back to the call that ended last, from its beginning to the one that had ended last by then, and so on, into each call alike.
/// Immutable.
/// </summary>
public sealed class CriticalPath
{
    private readonly Dictionary<TracedCall, TimeSpan> _slack;
    private readonly Dictionary<TracedCall, TimeSpan> _onPath = [];

    private CriticalPath(TracedCall root, CallDependences? dependences)
    {
        Segments = PathWalk.Of(root);
        foreach (var segment in Segments)
            _onPath[segment.Call] = _onPath.GetValueOrDefault(segment.Call) + segment.Duration;

        var chain = new LongestChain(dependences);
        Chain = chain.Of(root);
        IsFromTimesAlone = chain.IsFromTimesAlone;
        _slack = CallSlack.Of(root);
        Duration = root.Duration;
        Work = OwnTime.OfAll(root);
    }

    /// <summary>The parts of the path from the beginning of the request to its end, without a gap.</summary>
    public IReadOnlyList<PathSegment> Segments { get; }

    /// <summary>How long the request took: the sum of the parts.</summary>
    public TimeSpan Duration { get; }

    /// <summary>How long it would have taken one after another: what all calls took themselves, without those below them.</summary>
    public TimeSpan Work { get; }

    /// <summary>
    /// How long it would have taken with everything at the same time that may be: the longest chain of calls of which each needs the one
    /// before it, each caller's own time in one piece.
    /// </summary>
    public TimeSpan Chain { get; }

    /// <summary>
    /// Whether nothing was known of which call needs which, for at least one of the calls that made several: each is then taken to need all
    /// that had ended before it began, so that <see cref="Chain"/> is what the request did rather than what it could.
    /// </summary>
    public bool IsFromTimesAlone { get; }

    /// <summary>The parallelism there was: work per time. 1 where everything ran one after another.</summary>
    public double AchievedParallelism => Ratio(Work, Duration);

    /// <summary>The parallelism there could have been with the same calls.</summary>
    public double PossibleParallelism => Ratio(Work, Chain);

    /// <summary>The critical path of a request.</summary>
    /// <param name="root">The first call.</param>
    /// <param name="dependences">Which call needs which; null where nothing is known.</param>
    public static CriticalPath Of(TracedCall root, CallDependences? dependences = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new(root, dependences);
    }

    /// <summary>How much of the path the call is itself, without those below it.</summary>
    public TimeSpan TimeOf(TracedCall call) => _onPath.GetValueOrDefault(call);

    /// <summary>
    /// How much longer the call could have taken without the request taking longer: zero on the path, null where nobody waited for it. At
    /// most, since times do not say of a call within a gather which of the others that had ended it waited for.
    /// </summary>
    public TimeSpan? SlackOf(TracedCall call) => _slack.TryGetValue(call, out var slack) ? slack : null;

    private static double Ratio(TimeSpan work, TimeSpan time) => time > TimeSpan.Zero ? work / time : 1;
}
