namespace Pipeline.Traces;

/// <summary>The calls in the body of one API. Immutable.</summary>
public sealed record ApiDependences
{
    /// <summary>The API: <c>Service/Api</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its calls in the order in which they begin.</summary>
    public required IReadOnlyList<DependentCall> Calls { get; init; }

    /// <summary>Why a call of a request cannot be told to be one of these, as in a loop; null where it can.</summary>
    public string? Ambiguity { get; init; }
}

/// <summary>A call in the body of an API. Immutable.</summary>
public sealed record DependentCall
{
    /// <summary>What is called: <c>Service/Api</c>.</summary>
    public required string Callee { get; init; }

    /// <summary>Which call of that callee it is, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The places in the list of the calls whose results it needs.</summary>
    public IReadOnlyList<int> Needs { get; init; } = [];

    /// <summary>Whether one run of the API may make it any number of times, as in a loop.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The file in which the call stands; null where that is not known.</summary>
    public string? File { get; init; }

    /// <summary>Its line, from 1.</summary>
    public int Line { get; init; }
}
