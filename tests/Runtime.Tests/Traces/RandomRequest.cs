using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

/// <summary>
/// A request that a random program makes in virtual time, with its true critical path: what each step waited for is known, since the
/// program is run and not looked at.
/// </summary>
internal sealed partial class RandomRequest
{
    private readonly Random _random;
    private readonly Func<string, double> _speed;
    private readonly bool _isPlain;
    private double _scale = 1;
    private int _calls;

    private RandomRequest(int seed, Func<string, double>? speed, bool isPlain)
    {
        _random = new(seed);
        _speed = speed ?? (static _ => 1);
        _isPlain = isPlain;
        (Root, Path) = Call("Root", TimeSpan.Zero, depth: 0, attempt: null);
        if (!isPlain && _random.Next(4) == 0)
            (Root, Path) = RequestCut.At(Root, Path, _random);
    }

    /// <summary>What was measured.</summary>
    public TracedCall Root { get; }

    /// <summary>What the request waited for, in the order of time; parts of one call that follow each other are one.</summary>
    public IReadOnlyList<PathSegment> Path { get; }

    /// <summary>The request of that number. The same program for the same number, whatever the speed of its callees.</summary>
    /// <param name="seed">The number.</param>
    /// <param name="speed">How many times as fast a callee of a name is, with all below it.</param>
    /// <param name="isPlain">Without streams, hedges, cache hits, failures and cancellations.</param>
    public static RandomRequest Create(int seed, Func<string, double>? speed = null, bool isPlain = true) => new(seed, speed, isPlain);

    private (TracedCall Call, List<PathSegment> Path) Call(string name, TimeSpan start, int depth, int? attempt)
    {
        var steps = new Steps(start);
        var outer = _scale;
        _scale *= attempt is null ? _speed(name) : 1;
        var id = $"{_calls++}";
        var wait = attempt is null && _random.Next(4) == 0 ? Time() : TimeSpan.Zero;
        if (wait > TimeSpan.Zero)
            steps.AddOwn(wait, isQueue: true);

        var kind = attempt is null && depth > 0 ? _random.Next(8) : -1;
        var isHit = kind == 1 && IsSometimes(2);
        var failure = (string?)null;
        steps.AddOwn(isHit ? TimeSpan.FromTicks(_calls) : Time(), isQueue: false);
        for (var left = depth > 3 || isHit ? 0 : _random.Next(1, 4); left > 0 && failure is null; left--)
        {
            if (kind == 0)
                steps.Add(Call(name, steps.Now, depth + 1, 4 - left));
            else if (kind == 2 && IsSometimes(1))
                Hedge(steps, name, depth);
            else if (kind == 3 && IsSometimes(1))
                Stream(steps, depth);
            else if (kind == 4 && IsSometimes(1))
                FirstOfSeveral(steps, depth);
            else
                Step(steps, depth);

            // A caller may catch it.
            if (steps.HasFailed && _random.Next(2) == 0)
                failure = "System.IO.IOException";
            steps.AddOwn(Time(), isQueue: false);
        }

        if (IsSometimes(20))
            failure = "System.IO.IOException";
        _scale = outer;
        if (kind != 0 && depth < 3 && _random.Next(6) == 0)
            steps.AddBeside(LeftRunning(start, steps.Now));
        return steps.End(call => call(name, id, wait, attempt, failure));
    }

    private void Step(Steps steps, int depth)
    {
        if (_random.Next(3) == 0)
            Gather(steps, depth);
        else
            Sequence(steps, depth, length: 1);
    }

    // What comes after a branch's call begins when that has ended: a branch does nothing itself.
    private void Sequence(Steps steps, int depth, int length)
    {
        for (var place = 0; place < length && (place == 0 || !steps.HasFailed); place++)
        {
            if (length > 1 && depth < 3 && _random.Next(4) == 0)
                Gather(steps, depth + 1);
            else
                steps.Add(Call($"Service{_random.Next(5)}", steps.Now, depth + 1, attempt: null));
        }
    }

    private void Gather(Steps steps, int depth)
    {
        var branches = new List<Steps>();
        for (var count = _random.Next(2, 5); count > 0; count--)
        {
            var branch = new Steps(steps.Now);
            Sequence(branch, depth, _random.Next(1, 3));
            branches.Add(branch);
        }

        steps.AddTogether(branches);
    }

    private TracedCall LeftRunning(TimeSpan start, TimeSpan end) => new()
    {
        Service = "Left",
        Api = "Run",
        SpanId = $"{_calls++}",
        Start = start,
        Duration = end - start + Time(),
    };

    private bool IsSometimes(int oneIn) => !_isPlain && _random.Next(oneIn) == 0;

    private TimeSpan Time() => TimeSpan.FromTicks((long)Math.Max(1, _random.Next(1, 1_000_000) / _scale));
}
