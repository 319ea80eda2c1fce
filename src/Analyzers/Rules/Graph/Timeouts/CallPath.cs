using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Rules.Graph.Timeouts;

/// <summary>Calls each of which starts when the one before has ended.</summary>
internal sealed class CallPath
{
    private readonly CallPath? _before;
    private readonly IInvocationOperation? _last;
    private readonly TimeSpan _ofLast;

    private CallPath(CallPath? before, IInvocationOperation? last, TimeSpan ofLast, TimeSpan end) =>
        (_before, _last, _ofLast, End) = (before, last, ofLast, end);

    /// <summary>No call yet.</summary>
    public static CallPath Empty { get; } = new(null, null, default, default);

    /// <summary>When the last of them has ended at the latest.</summary>
    public TimeSpan End { get; }

    /// <summary>The calls in the order they are made, each with the time it may take.</summary>
    public IEnumerable<(IInvocationOperation Call, TimeSpan Time)> Calls
    {
        get
        {
            if (_last is null)
                return [];
            return _before!.Calls.Append((_last, _ofLast));
        }
    }

    public static CallPath? Longer(CallPath? one, CallPath? other) => other is null || one?.End >= other.End ? one : other;

    public CallPath Then(IInvocationOperation call, TimeSpan time) =>
        new(this, call, time, End > TimeSpan.MaxValue - time ? TimeSpan.MaxValue : End + time);
}
