using Pipeline.Calls;

namespace Pipeline;

/// <summary>A call as a filter sees it.</summary>
public sealed class CallFilterContext
{
    private readonly Call _call;

    internal CallFilterContext(Call call)
    {
        _call = call;
        Arguments = new CallArguments(call);
    }

    /// <summary>The service called.</summary>
    public ServiceDefinition Service => _call.Route.Service;

    /// <summary>The API called.</summary>
    public ApiDefinition Api => _call.Route.Api;

    /// <summary>Where the call comes from, and the time it has.</summary>
    public CallContext Call => _call.Context;

    /// <summary>The arguments by the names of their parameters, the token left out. Reading one boxes it.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; }

    /// <summary>
    /// The result, once <c>next</c> has completed; another may be put in its place. Null for an API without a result, and for a stream.
    /// </summary>
    public object? Result
    {
        get => _call.Result;
        set => _call.Result = value;
    }

    /// <summary>What the body is given: canceled by the caller, a deadline or shutdown.</summary>
    public CancellationToken CancellationToken => _call.Token;
}
