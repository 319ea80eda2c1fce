namespace Pipeline.Tool.Dependences;

/// <summary>The calls in the body of one API.</summary>
/// <param name="Name">The API: <c>Service/Api</c>.</param>
/// <param name="File">The file of its body, below the folder that was read.</param>
/// <param name="Line">The line of its name, from 1.</param>
/// <param name="Calls">Its calls in the order in which they begin.</param>
/// <param name="Ambiguity">Why a call of a request cannot be told to be one of these; null where it can.</param>
internal sealed record ApiCalls(string Name, string File, int Line, IReadOnlyList<ApiCall> Calls, string? Ambiguity);

/// <summary>A call in the body of an API.</summary>
/// <param name="Callee">What is called: <c>Service/Api</c>.</param>
/// <param name="Ordinal">Which call of that callee it is, from 0.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Needs">The calls before it that have to end before it may begin.</param>
internal sealed record ApiCall(string Callee, int Ordinal, string File, int Line, IReadOnlyList<CallNeed> Needs)
{
    /// <summary>Whether one run of the API may make it any number of times.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>A call that another needs.</summary>
/// <param name="Call">Its place in the list of calls.</param>
/// <param name="Why">What makes the other one wait, in words.</param>
internal sealed record CallNeed(int Call, string Why);
