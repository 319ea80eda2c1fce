using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

/// <summary>What a call has done so far, and what it waited for in each moment of it.</summary>
internal sealed class Steps
{
    private readonly TimeSpan _start;
    private readonly List<TracedCall> _calls = [];
    private readonly List<Func<TracedCall, PathSegment>> _path = [];

    public Steps(TimeSpan start) => _start = Now = start;

    /// <summary>Makes a call of its names and what else is known of it.</summary>
    public delegate TracedCall Making(string name, string id, TimeSpan wait, int? attempt, string? failure);

    /// <summary>When the next step begins.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Whether the last step failed.</summary>
    public bool HasFailed { get; private set; }

    public void AddOwn(TimeSpan length, bool isQueue)
    {
        var (from, to) = (Now, Now + length);
        _path.Add(call => new() { Call = call, Start = from, End = to, IsQueue = isQueue });
        Now = to;
    }

    public void Add((TracedCall Call, List<PathSegment> Path) step, IEnumerable<TracedCall>? beside = null)
    {
        _calls.Add(step.Call);
        _calls.AddRange(beside ?? []);
        Pass(step.Path);
        HasFailed = step.Call.Failure is not null;
    }

    /// <summary>Waits for something that is a call of another.</summary>
    public void Pass(List<PathSegment> path)
    {
        _path.AddRange(path.Select(static segment => (Func<TracedCall, PathSegment>)(_ => segment)));
        Now = path[^1].End;
    }

    /// <summary>Adds a call that was not waited for.</summary>
    public void AddBeside(TracedCall call) => _calls.Add(call);

    /// <summary>Waits for the longest of several branches.</summary>
    public void AddTogether(List<Steps> branches)
    {
        _calls.AddRange(branches.SelectMany(static branch => branch._calls));
        var longest = branches.MaxBy(static branch => branch.Now)!;
        _path.AddRange(longest._path);
        HasFailed = branches.Any(static branch => branch.HasFailed);
        Now = longest.Now;
    }

    public (TracedCall Call, List<PathSegment> Path) End(Func<Making, TracedCall> make, bool isStream = false)
    {
        var call = make((name, id, wait, attempt, failure) => new()
        {
            Service = name,
            Api = "Run",
            SpanId = id,
            Start = _start,
            Duration = Now - _start,
            QueueWait = wait,
            Attempt = attempt,
            Failure = failure,
            IsStream = isStream,
            Calls = [.. _calls.OrderBy(static one => one.Start)],
        });
        return (call, Merge([.. _path.Select(part => part(call))]));
    }

    /// <summary>The parts with those of one call that follow each other as one.</summary>
    public static List<PathSegment> Merge(List<PathSegment> path)
    {
        var merged = new List<PathSegment>();
        foreach (var segment in path)
        {
            if (merged is [.., var last] && last.Call == segment.Call && last.IsQueue == segment.IsQueue && last.End == segment.Start)
                merged[^1] = last with { End = segment.End };
            else
                merged.Add(segment);
        }

        return merged;
    }
}
