namespace Pipeline.Traces;

/// <summary>
/// Runs recorded requests again in virtual time, all of them together, with something changed: a call begins as long after those that it
/// had waited for as it did, a caller goes on once a whole group has ended, and where slots are known, calls wait for them anew.
/// </summary>
/// <param name="change">What is changed.</param>
/// <param name="slots">How many slots a service, or <c>Service.Api</c>, has; waits for others are as long as they were.</param>
/// <param name="dependences">Which call needs which; null where nothing is known.</param>
internal sealed class Replay(WhatIf change, IReadOnlyDictionary<string, int> slots, CallDependences? dependences)
{
    private readonly PriorityQueue<Action, (TimeSpan Time, long Order)> _events = new();
    private readonly Dictionary<string, ReplayedSlots> _slots =
        slots.ToDictionary(static one => one.Key, static one => new ReplayedSlots(one.Value));
    private readonly ReplayedSlots? _processors = change.Processors is { } count ? new(count) : null;
    private readonly Random _random = new(0);
    private TimeSpan _now;
    private long _order;

    /// <summary>How much longer a call takes itself; null for no call.</summary>
    public Func<TracedCall, TimeSpan>? Longer { get; init; }

    /// <summary>How long one request takes that nothing else runs beside.</summary>
    public static TimeSpan Of(TracedCall root, WhatIf change, CallDependences? dependences = null) =>
        new Replay(change, change.Slots, dependences).Run([(TimeSpan.Zero, root)])[0];

    /// <summary>How long each request takes.</summary>
    /// <param name="requests">When each began, and its first call.</param>
    public IReadOnlyList<TimeSpan> Run(IReadOnlyList<(TimeSpan Begin, TracedCall Root)> requests)
    {
        var durations = new TimeSpan[requests.Count];
        foreach (var (place, (begin, root)) in requests.Index())
            At(begin, () => Start(root, caller: null, scale: 1, () => durations[place] = _now - begin));
        while (_events.TryDequeue(out var next, out var when))
        {
            _now = when.Time;
            next();
        }

        return durations;
    }

    private void At(TimeSpan time, Action action) => _events.Enqueue(action, (time, _order++));

    private void After(TimeSpan length, double scale, Action action) => At(_now + (scale == 1 ? length : length * scale), action);

    /// <summary>Something that a call does itself: on a processor, where these are counted.</summary>
    private void Work(TimeSpan length, double scale, Action action)
    {
        if (_processors is null || length <= TimeSpan.Zero)
        {
            After(length, scale, action);
            return;
        }

        _processors.Enter(() => After(length, scale, () =>
        {
            _processors.Leave();
            action();
        }));
    }

    private void Start(TracedCall call, TracedCall? caller, double scale, Action ended)
    {
        // An attempt, and the service's side of a call of another process, are parts of a call, which changes as a whole.
        var isPart = call.Attempt is not null || (call.IsServed && call.Name == caller?.Name);
        if (!isPart && change.HitRateOf(call.Name) is > 0 and var rate && _random.NextDouble() < rate)
        {
            ended();
            return;
        }

        scale = isPart ? scale : scale * change.ScaleOf(call.Name);
        Enter([.. SlotsOf(call)], 0, call, scale, ended);
    }

    private void Enter(ReplayedSlots[] needed, int place, TracedCall call, double scale, Action ended)
    {
        if (place < needed.Length)
        {
            needed[place].Enter(() => Enter(needed, place + 1, call, scale, ended));
            return;
        }

        var wait = needed is [] && !call.IsStream && !change.IsWithoutQueue(call.Name) ? call.QueueWait : TimeSpan.Zero;
        After(wait, scale, () => RunBody(call, scale, () =>
        {
            foreach (var one in needed)
                one.Leave();
            ended();
        }));
    }

    /// <summary>What a call has to enter: its attempts do so for it, and the service's side in its own process.</summary>
    private IEnumerable<ReplayedSlots> SlotsOf(TracedCall call)
    {
        if (call.IsStream || call.Calls.Any(inner => inner.Attempt is not null || (inner.IsServed && inner.Name == call.Name)))
            yield break;
        if (_slots.TryGetValue(call.Service, out var service))
            yield return service;
        if (_slots.TryGetValue($"{call.Service}.{call.Api}", out var api))
            yield return api;
    }

    private void RunBody(TracedCall call, double scale, Action ended)
    {
        // Nobody waits for these, but they hold slots that others wait for.
        var begin = ReplayPlan.Begin(call);
        foreach (var left in Awaited.LeftRunning(call))
            After(left.Start > begin ? left.Start - begin : TimeSpan.Zero, scale, () => Start(left, call, scale, static () => { }));

        var groups = CallGroup.Of(call, isWhole: true);
        var streams = new ReplayedStreams(call, groups, change, _random);
        var steps = ReplayPlan.Of(call, groups, streams, change, dependences);
        Next(0);

        void Next(int place)
        {
            if (place < steps.Count)
                Work(steps[place].Gap, scale, () => RunStep(steps[place].Calls, call, scale, () => Next(place + 1)));
            else
                Work(ReplayPlan.Tail(call, groups, streams) + (Longer?.Invoke(call) ?? TimeSpan.Zero), scale, ended);
        }
    }

    private void RunStep(IReadOnlyList<ReplayedCall> calls, TracedCall caller, double scale, Action ended)
    {
        var open = calls.Count;
        var waiting = calls.ToDictionary(static one => one.Call, static one => one.After.Count);
        var next = calls.SelectMany(static one => one.After.Select(before => (Before: before, One: one)))
            .ToLookup(static pair => pair.Before, static pair => pair.One);
        foreach (var one in calls.Where(static one => one.After.Count == 0))
            Begin(one);

        void Begin(ReplayedCall one) => Work(one.Offset, scale, () =>
        {
            if (one.Scale > 0)
                Start(one.Call, caller, scale * one.Scale, () => End(one.Call));
            else
                End(one.Call);
        });

        void End(TracedCall call)
        {
            foreach (var one in next[call].Where(one => --waiting[one.Call] == 0))
                Begin(one);
            if (--open == 0)
                ended();
        }
    }
}
