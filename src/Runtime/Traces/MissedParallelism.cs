namespace Pipeline.Traces;

/// <summary>Calls of an API that waited for others although nothing makes them: what <c>PIPE001</c> reports, measured.</summary>
public sealed record MissedParallelism
{
    /// <summary>The API that makes the calls: <c>Service/Api</c>.</summary>
    public required string Caller { get; init; }

    /// <summary>
    /// What the median of the requests would be shorter by, were each of its calls made as soon as those had ended that it needs.
    /// </summary>
    public required TimeSpan Saves { get; init; }

    /// <summary>The first call that waits needlessly, with its place in the source.</summary>
    public required DependentCall Waiting { get; init; }

    /// <summary>A call that it waits for and does not need.</summary>
    public required DependentCall For { get; init; }
}
