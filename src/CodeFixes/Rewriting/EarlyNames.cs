using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>The names of tasks and local functions in the code that an <see cref="EarlyPlan"/> becomes.</summary>
internal sealed class EarlyNames
{
    private readonly Dictionary<EarlyCall, string> _tasks = [];
    private readonly Dictionary<EarlyCall, string> _functions = [];

    /// <param name="plan">The calls.</param>
    /// <param name="results">The names of their results, and all that are taken.</param>
    /// <param name="hasTask">Which of the joined calls are started in a statement of their own.</param>
    public EarlyNames(EarlyPlan plan, ResultNames results, Func<EarlyCall, bool> hasTask)
    {
        Results = results;
        foreach (var call in plan.Joined)
        {
            if (call.IsDeferred)
                _functions.Add(call, results.Derived(call.Call, FunctionOf));
            if (hasTask(call))
                _tasks.Add(call, results.Derived(call.Call, static name => $"{name}Task"));
        }
    }

    public ResultNames Results { get; }

    /// <summary>The variable that holds the call's task; null where there is none.</summary>
    public string? Task(EarlyCall call) => _tasks.TryGetValue(call, out string? name) ? name : null;

    /// <summary>The local function the call is made in.</summary>
    public string Function(EarlyCall call) => _functions[call];

    /// <summary>The call as it is started.</summary>
    public string Started(EarlyCall call) => call.IsDeferred ? $"{Function(call)}()" : call.Call.Invocation + call.Call.AsTask;

    /// <summary>The name of a function that gets a result.</summary>
    public static string FunctionOf(string result) => $"Get{char.ToUpperInvariant(result[0])}{result.Substring(1)}Async";
}
