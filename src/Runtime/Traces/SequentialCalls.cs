namespace Pipeline.Traces;

/// <summary>Two calls of an API of which one began when the other had ended. Immutable.</summary>
public sealed record SequentialCalls
{
    /// <summary>The API that makes the calls: <c>Service/Api</c>.</summary>
    public required string Caller { get; init; }

    /// <summary>What is called first: <c>Service/Api</c>.</summary>
    public required string First { get; init; }

    /// <summary>What is called next.</summary>
    public required string Second { get; init; }

    /// <summary>Whether the second call needs the result of the first; null where that is not known.</summary>
    public bool? IsNeeded { get; init; }
}
