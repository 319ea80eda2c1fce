namespace Pipeline.Traces;

/// <summary>A call as it was measured: one span of a request, with those below it. Immutable.</summary>
public sealed class TracedCall
{
    /// <summary>The name of the service called.</summary>
    public required string Service { get; init; }

    /// <summary>The name of the API called.</summary>
    public required string Api { get; init; }

    /// <summary>Names the span in its trace: 16 hexadecimal digits.</summary>
    public required string SpanId { get; init; }

    /// <summary>The time from the beginning of the request to that of the call.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>How long the call took, its caller's wait for a slot included.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How much of that it waited for a slot.</summary>
    public TimeSpan QueueWait { get; init; }

    /// <summary>Which attempt of the call above it is, from 1; null for a call.</summary>
    public int? Attempt { get; init; }

    /// <summary>Whether it is the service's side of a call of another process.</summary>
    public bool IsServed { get; init; }

    /// <summary>Whether it answers item by item: its time goes on while its consumer does something else.</summary>
    public bool IsStream { get; init; }

    /// <summary>The full name of the type of the exception that it failed with; null where it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>What ended it before it had answered, as <c>pipeline.canceled_by</c> says; null where nothing did.</summary>
    public string? CanceledBy { get; init; }

    /// <summary>The calls that it made, in the order in which they began.</summary>
    public IReadOnlyList<TracedCall> Calls { get; init; } = [];

    /// <summary>The time from the beginning of the request to the end of the call.</summary>
    public TimeSpan End => Start + Duration;

    /// <summary>Both names: <c>Service/Api</c>.</summary>
    public string Name => $"{Service}/{Api}";

    /// <summary>This call and all below it, callers first.</summary>
    public IEnumerable<TracedCall> DescendantsAndSelf()
    {
        var stack = new Stack<TracedCall>([this]);
        while (stack.TryPop(out var call))
        {
            yield return call;
            foreach (var inner in call.Calls.Reverse())
                stack.Push(inner);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Attempt is { } attempt ? $"{Name} #{attempt}" : Name;
}
