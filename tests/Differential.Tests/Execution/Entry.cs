using Pipeline.Differential.Services;

namespace Pipeline.Differential.Execution;

/// <summary>One call under way.</summary>
internal sealed class Entry
{
    private readonly object?[] _arguments;
    private readonly Assignment _assignment;
    private readonly string _atStart;
    private readonly ulong _stateAtStart;

    public Entry(Api api, object?[] arguments, Assignment assignment, ulong state, CancellationToken token)
    {
        (Api, _arguments, _assignment, _stateAtStart) = (api, arguments, assignment, state);
        _atStart = Render.Arguments(arguments);
        if (api.Effect != Effect.None)
            _atStart += Ambient.Describe();
        Key = $"{api.Service}.{api.Name}({_atStart}){(assignment.IgnoresTokens ? "" : Describe(token))}";
        Latency = assignment.LatencyOf(Key);
        Failure = assignment.Failing.Contains(Key) ? Fail() : null;
    }

    public Api Api { get; }

    public string Key { get; }

    public long Latency { get; }

    public Exception? Failure { get; }

    /// <summary>Whether the call ends when its token is canceled; not every service looks at it.</summary>
    public bool ObservesItsToken => !_assignment.IgnoresTokens && (Api.ObservesTokens || Draw("observes") % 2 == 0);

    public bool WritesAtStart => Api.Effect == Effect.Writes && Draw("writes") % 2 == 0;

    /// <summary>A command that fails may have done its work, or not.</summary>
    public bool WritesAtEnd => Api.Effect == Effect.Writes && !WritesAtStart && (Failure is null || Draw("undone") % 2 == 0);

    /// <summary>Does to its arguments what a command does.</summary>
    public void Change() => Api.Change?.Invoke(_arguments);

    public ulong Draw(string what) => _assignment.Draw($"{what} {Key}");

    /// <summary>What the answer is made from.</summary>
    public ulong Digest(ulong stateAtEnd)
    {
        var digest = _assignment.Draw($"{Key} {_atStart} {Render.Arguments(_arguments.Select(Applied))}");
        return Api.Effect == Effect.None ? digest : Hash.Of(Draw("reads") % 2 == 0 ? _stateAtStart : stateAtEnd, digest);
    }

    private static string Describe(CancellationToken token) =>
        token.IsCancellationRequested ? " canceled" : token.CanBeCanceled ? "" : " without a token";

    private static object? Applied(object? argument) => argument is Func<int, int> map ? map(3) : argument;

    private Exception Fail() => (Draw("failure") % 4) switch
    {
        0 => new TimeoutException(Key),
        1 => new OperationCanceledException(Key),
        _ => new InvalidOperationException(Key),
    };
}
