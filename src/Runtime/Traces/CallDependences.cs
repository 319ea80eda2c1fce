namespace Pipeline.Traces;

/// <summary>Which calls of an API need the result of which, as the analysis of its source says. Immutable.</summary>
/// <remarks>A call is known by its callee and by which call of that callee it is, from 0 in the order in which they begin.</remarks>
public sealed class CallDependences
{
    private readonly Dictionary<string, ApiDependences> _apis;

    /// <summary>What is known.</summary>
    /// <param name="apis">The APIs whose calls are known.</param>
    public CallDependences(IEnumerable<ApiDependences> apis) =>
        _apis = apis.ToDictionary(static api => api.Name, StringComparer.Ordinal);

    /// <summary>The calls of an API; null where nothing is known of it.</summary>
    /// <param name="name">The name: <c>Service/Api</c>.</param>
    public ApiDependences? Of(string name) => _apis.GetValueOrDefault(name);
}

/// <summary>The calls in the body of one API.</summary>
/// <param name="Name">The API: <c>Service/Api</c>.</param>
/// <param name="Calls">Its calls.</param>
public sealed record ApiDependences(string Name, IReadOnlyList<DependentCall> Calls);

/// <summary>A call in the body of an API.</summary>
/// <param name="Callee">What is called: <c>Service/Api</c>.</param>
/// <param name="Ordinal">Which call of that callee it is, from 0.</param>
/// <param name="Needs">The places in the list of the calls whose results it needs.</param>
public sealed record DependentCall(string Callee, int Ordinal, IReadOnlyList<int> Needs)
{
    /// <summary>The file in which the call stands; null where that is not known.</summary>
    public string? File { get; init; }

    /// <summary>Its line, from 1.</summary>
    public int Line { get; init; }
}
