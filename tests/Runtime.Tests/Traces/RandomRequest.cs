using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

/// <summary>
/// A request that a random program makes in virtual time, with its true critical path: what each step waited for is known, since the
/// program is run and not looked at.
/// </summary>
internal sealed class RandomRequest
{
    private readonly Random _random;
    private readonly Func<string, double> _speed;
    private double _scale = 1;
    private int _calls;

    private RandomRequest(int seed, Func<string, double>? speed)
    {
        _random = new(seed);
        _speed = speed ?? (static _ => 1);
        (Root, Path) = Call("Root", TimeSpan.Zero, depth: 0, attempt: null);
    }

    /// <summary>What was measured.</summary>
    public TracedCall Root { get; }

    /// <summary>What the request waited for, in the order of time; parts of one call that follow each other are one.</summary>
    public IReadOnlyList<PathSegment> Path { get; }

    /// <summary>The request of that number. The same program for the same number, whatever the speed of its callees.</summary>
    /// <param name="seed">The number.</param>
    /// <param name="speed">How many times as fast a callee of a name is, with all below it.</param>
    public static RandomRequest Create(int seed, Func<string, double>? speed = null) => new(seed, speed);

    private (TracedCall Call, List<PathSegment> Path) Call(string name, TimeSpan start, int depth, int? attempt)
    {
        var (inner, path, time) = (new List<TracedCall>(), new List<(Func<TracedCall, PathSegment>? Own, PathSegment Other)>(), start);
        var id = $"{_calls++}";
        var outer = _scale;
        _scale *= attempt is null ? _speed(name) : 1;
        var wait = attempt is null && _random.Next(4) == 0 ? Time() : TimeSpan.Zero;
        if (wait > TimeSpan.Zero)
            AddOwn(wait, isQueue: true);

        var isRetried = attempt is null && depth > 0 && _random.Next(8) == 0;
        var steps = depth > 3 ? 0 : _random.Next(1, 4);
        AddOwn(Time(), isQueue: false);
        for (var step = 0; step < steps; step++)
        {
            if (isRetried)
                Add(Call(name, time, depth + 1, step + 1));
            else
                Add(_random.Next(3) == 0 ? Gather(time, depth) : Sequence(time, depth, length: 1));
            AddOwn(Time(), isQueue: false);
        }

        _scale = outer;
        if (!isRetried && depth < 3 && _random.Next(6) == 0)
            inner.Add(LeftRunning(start, time));
        var call = new TracedCall
        {
            Service = name,
            Api = "Run",
            SpanId = id,
            Start = start,
            Duration = time - start,
            QueueWait = wait,
            Attempt = attempt,
            Calls = [.. inner.OrderBy(static one => one.Start)],
        };
        return (call, Merge([.. path.Select(part => part.Own?.Invoke(call) ?? part.Other)]));

        void AddOwn(TimeSpan length, bool isQueue)
        {
            var (from, to) = (time, time + length);
            path.Add((call => new(call, from, to, isQueue), default));
            time = to;
        }

        void Add((object Calls, List<PathSegment> Path) part)
        {
            inner.AddRange(part.Calls is TracedCall one ? [one] : (List<TracedCall>)part.Calls);
            path.AddRange(part.Path.Select(static segment => ((Func<TracedCall, PathSegment>?)null, segment)));
            time = part.Path[^1].End;
        }
    }

    // What comes after a branch's call begins when that has ended: a branch does nothing itself.
    private (object Calls, List<PathSegment> Path) Sequence(TimeSpan start, int depth, int length)
    {
        var (calls, path) = (new List<TracedCall>(), new List<PathSegment>());
        for (var place = 0; place < length; place++)
        {
            if (length > 1 && depth < 3 && _random.Next(4) == 0)
            {
                var (gathered, longest) = Gather(start, depth + 1);
                calls.AddRange((List<TracedCall>)gathered);
                path.AddRange(longest);
            }
            else
            {
                var (call, below) = Call($"Service{_random.Next(5)}", start, depth + 1, attempt: null);
                calls.Add(call);
                path.AddRange(below);
            }

            start = path[^1].End;
        }

        return (calls, path);
    }

    private (object Calls, List<PathSegment> Path) Gather(TimeSpan start, int depth)
    {
        var branches = Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Sequence(start, depth, _random.Next(1, 3))).ToArray();
        return (
            branches.SelectMany(static branch => (List<TracedCall>)branch.Calls).ToList(),
            branches.MaxBy(static branch => branch.Path[^1].End).Path);
    }

    private TracedCall LeftRunning(TimeSpan start, TimeSpan end) => new()
    {
        Service = "Left",
        Api = "Run",
        SpanId = $"{_calls++}",
        Start = start,
        Duration = end - start + Time(),
    };

    private TimeSpan Time() => TimeSpan.FromTicks((long)Math.Max(1, _random.Next(1, 1_000_000) / _scale));

    private static List<PathSegment> Merge(List<PathSegment> path)
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
