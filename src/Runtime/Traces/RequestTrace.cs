namespace Pipeline.Traces;

/// <summary>One request: the calls that were made for it, and where its time went. Immutable; thread-safe.</summary>
public sealed class RequestTrace
{
    private readonly Lazy<CriticalPath> _path;

    /// <summary>A request that has ended.</summary>
    /// <param name="traceId">Names the trace: 32 hexadecimal digits.</param>
    /// <param name="time">When it began.</param>
    /// <param name="root">The first call.</param>
    /// <param name="dependences">What is known of which call needs which; null for nothing.</param>
    public RequestTrace(string traceId, DateTimeOffset time, TracedCall root, CallDependences? dependences = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        TraceId = traceId;
        Time = time;
        Root = root;
        Dependences = dependences;
        _path = new(() => CriticalPath.Of(root, dependences));
    }

    /// <summary>Names the trace: 32 hexadecimal digits.</summary>
    public string TraceId { get; }

    /// <summary>When the request began.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The first call, with all below it.</summary>
    public TracedCall Root { get; }

    /// <summary>How long the request took.</summary>
    public TimeSpan Duration => Root.Duration;

    /// <summary>Whether it had more calls than are kept, so that some are missing.</summary>
    public bool IsTruncated { get; init; }

    internal CallDependences? Dependences { get; }

    /// <summary>Where its time went; computed when first asked for.</summary>
    public CriticalPath Path => _path.Value;
}
